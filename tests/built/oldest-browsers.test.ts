import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lackingInScript } from './script-support.ts'
import { lackingInStyle } from './style-support.ts'

const assets = join(process.env.BUILD_DIR ?? 'build', 'client', 'assets')
const built = (ending: string) => globSync(`${assets}/*.${ending}`).map((file) => [file, readFileSync(file, 'utf8')])

/** What libraries use only where they find it, and what is a name of our own. */
const askedForFirst = [
  'api.Element.role', // what a member of staff is
  'api.Element.startViewTransition', // Remix, for a link that wants it
  'api.Navigator.connection', // Remix, to hold back when data is dear
  'api.Navigator.scheduling', // React, to give way to input
  'javascript.builtins.Intl.Locale.getTextInfo', // i18next, beside its own table of directions
  'javascript.builtins.Function.displayName', // React, for its developer tools
]

test('there is a build to look at', () => {
  expect(built('css')).not.toEqual([])
  expect(built('js')).not.toEqual([])
})

test.each(built('css'))('%s uses nothing that Chrome 100 or Safari 15.4 lack', (_, css) => {
  expect(lackingInStyle(css)).toEqual([])
})

test.each(built('js'))('%s uses nothing that Chrome 100 or Safari 15.4 lack', async (_, script) => {
  const lacking = await lackingInScript(script)
  expect(lacking.filter((feature) => !askedForFirst.includes(feature.split(' ')[0]!))).toEqual([])
})

describe('what they lack is found', () => {
  test.each([
    '@container (min-width: 10px) { a { color: red } }',
    '@property --x { syntax: "*"; inherits: false }',
    '@starting-style { a { opacity: 0 } }',
    '@media (width >= 400px) { a { color: red } }',
    'a { & b { color: red } }',
    'a { b { color: red } }',
    'a:has(b) { color: red }',
    'a { color: color-mix(in srgb, red, blue) }',
    'a { --shade: light-dark(red, blue) }',
    'a { text-wrap: balance }',
    'a { height: 100dvh }',
    'a { width: 3cqw }',
    'a { translate: 3px }',
    'a { field-sizing: content }',
    'input:user-invalid { color: red }',
  ])('%s', (css) => {
    expect(lackingInStyle(css)).not.toEqual([])
  })

  test.each([
    'class A { static { run() } }',
    'const behind = /(?<=a)b/',
    'const sets = /[a--b]/v',
    'const sorted = list.toSorted()',
    'const groups = Object.groupBy(list, by)',
    'const { promise } = Promise.withResolvers()',
    'const valid = URL.canParse(address)',
    'const pattern = new URLPattern({ pathname })',
    'document.startViewTransition(change)',
    'element.showPopover()',
  ])('%s', async (script) => {
    expect(await lackingInScript(script)).not.toEqual([])
  })
})

describe('what they have passes', () => {
  test.each([
    ':is(a, b):focus-visible { gap: 3px; inset: 0; margin-inline: 1px; aspect-ratio: 1 }',
    '@layer base { a { accent-color: red; color: rgb(0 0 0 / 0.5) } }',
    '@supports (translate: 3px) { a { translate: 3px } }',
    '@media (prefers-color-scheme: dark) { a { width: clamp(1rem, 2vw, 3rem) } }',
  ])('%s', (css) => {
    expect(lackingInStyle(css)).toEqual([])
  })

  test.each([
    'const last = list.at(-1) ?? list.findLast(Boolean)',
    'class A { #x = 1; has(other) { return #x in other } }',
    'const own = Object.hasOwn(it, "a") && structuredClone(it)',
  ])('%s', async (script) => {
    expect(await lackingInScript(script)).toEqual([])
  })
})
