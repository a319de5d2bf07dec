import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '#app/settings.server.ts'

const production = {
  DATABASE_URL: 'postgres://portal@db.example/portal',
  APP_SECRET: 'f3Kq9ZxT7mLp2VwN8rBc4YhJ6dSg1AeU',
  BASE_URL: 'https://nordost.example',
  SMTP_URL: 'smtp://mail.example',
}

test('with a database address it is production, and every value is there', () => {
  expect(readSettings(production)).toMatchObject({ mode: 'production', baseUrl: 'https://nordost.example', port: 3000 })
})

test.each(['APP_SECRET', 'BASE_URL', 'SMTP_URL'])(
  'production refuses to start without %s, in one line that names it',
  (name) => {
    const attempt = () => readSettings({ ...production, [name]: '' })
    expect(attempt).toThrow(SettingsError)
    expect(attempt).toThrow(new RegExp(`^${name} [^\\n]*$`))
  },
)

test.each([
  ['APP_SECRET', 'short'],
  ['APP_SECRET', 'a'.repeat(40)],
  ['DATABASE_URL', 'mysql://db.example'],
  ['BASE_URL', 'nordost.example'],
  ['PORT', 'eighty'],
  ['ROLE', 'boss'],
])('a wrong %s (%s) is refused by name', (name, value) => {
  expect(() => readSettings({ ...production, [name]: value })).toThrow(new RegExp(`^${name} `))
})

test('trial mode makes a secret once, which only its owner can read', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'portal-settings-'))
  const first = readSettings({ DATA_DIR })
  expect(first.mode).toBe('trial')
  expect(first.appSecret.length).toBeGreaterThanOrEqual(32)
  expect(readSettings({ DATA_DIR }).appSecret).toBe(first.appSecret)
  expect(statSync(join(DATA_DIR, 'app-secret')).mode & 0o777).toBe(0o600)
})
