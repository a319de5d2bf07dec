import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainAddress } from '#app/http/refuse-address.ts'
import { anyText } from '../support/any-text.ts'
import { hostileStrings } from '../support/hostile-strings.ts'

test.each([
  ['/sv', '/sv'],
  ['/sv/submissions?area=lovgardet&q=%zz', '/sv/submissions?area=lovgardet&q=%zz'],
  ['//zq7.example/x', '/zq7.example/x'],
  ['/\\zq7.example', '/%5Czq7.example'],
  ['/sv/%zz', '/sv/%25zz'],
  ['/sv/%c0%ae', '/sv/%25c0%25ae'],
  ['/sv/%00?a=%00', '/sv/%EF%BF%BD?a=%EF%BF%BD'],
  ['http://zq7.example/sv?a', '/sv?a'],
])('the target %s is read as %s', (target, plain) => {
  expect(plainAddress(target)).toBe(plain)
})

test.each(['/sv?_data=routes/staff', '/sv?a=b&%5Fdata', '*', '', 'zq7', 'http://', 'http://a:b:c/', 'localhost:3000'])(
  'the target %j is no address',
  (target) => {
    expect(plainAddress(target)).toBeUndefined()
  },
)

test('whatever the target, what comes out is an address of ours that can be decoded', () => {
  const target = fc.oneof(fc.constantFrom(...hostileStrings), anyText).map((text) => `/${text}`)
  fc.assert(
    fc.property(target, (text) => {
      const plain = plainAddress(text)
      if (plain === undefined) return expect(text).toMatch(/[_%]/)
      expect(plain).not.toMatch(/^\/[/\\]/)
      expect(() => decodeURIComponent(plain.split('?')[0]!)).not.toThrow()
      expect(new URL(plain, 'http://portal').host).toBe('portal')
      expect(plainAddress(plain)).toBe(plain)
    }),
  )
})
