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
  ['APP_SECRET_OLD', 'short'],
  ['CSP_REPORT', 'maybe'],
])('a wrong %s (%s) is refused by name', (name, value) => {
  expect(() => readSettings({ ...production, [name]: value })).toThrow(new RegExp(`^${name} `))
})

test('tips stay unlocked for a minute at least and twelve hours at most, and what else is set is refused in words', () => {
  for (const wrong of ['0', '-5', '1.5', '721', 'half an hour'])
    expect(() => readSettings({ ...production, TIPS_IDLE_MINUTES: wrong })).toThrow(
      /^TIPS_IDLE_MINUTES must be a whole number from 1 to 720$/,
    )
  expect(readSettings({ ...production, TIPS_IDLE_MINUTES: '1' }).tipsIdleMinutes).toBe(1)
  expect(readSettings(production).tipsIdleMinutes).toBe(30)
})

test('trial mode makes a secret once, which only its owner can read', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'portal-settings-'))
  const first = readSettings({ DATA_DIR })
  expect(first.mode).toBe('trial')
  expect(first.appSecret.length).toBeGreaterThanOrEqual(32)
  expect(readSettings({ DATA_DIR }).appSecret).toBe(first.appSecret)
  expect(statSync(join(DATA_DIR, 'app-secret')).mode & 0o777).toBe(0o600)
})

test('single sign-on needs its three settings together, and the issuer over https but in trial mode', () => {
  const client = { OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'secret' }
  const OIDC_ISSUER = 'https://login.city.example/realm'
  const chosen = { issuer: OIDC_ISSUER, clientId: 'portal', clientSecret: 'secret', hosts: [] }
  expect(readSettings(production).singleSignOn).toBeUndefined()
  expect(readSettings({ ...production, ...client, OIDC_ISSUER }).singleSignOn).toEqual(chosen)
  const http = { ...client, OIDC_ISSUER: 'http://127.0.0.1:9000' }
  for (const wrong of [{ OIDC_ISSUER }, client, http, { ...client, OIDC_ISSUER: 'file:///etc/passwd' }])
    expect(() => readSettings({ ...production, ...wrong })).toThrow(/^OIDC_ISSUER/)
  const OIDC_HOSTS = 'oauth2.city.example, Graph.City.example:8443'
  expect(readSettings({ ...production, ...client, OIDC_ISSUER, OIDC_HOSTS }).singleSignOn).toMatchObject({
    hosts: ['oauth2.city.example', 'graph.city.example:8443'],
  })
  for (const wrong of ['https://city.example', 'city.example/keys', 'user@city.example', '*', '*.example', '[::1]'])
    expect(() => readSettings({ ...production, ...client, OIDC_ISSUER, OIDC_HOSTS: wrong })).toThrow(
      /^OIDC_HOSTS must be/,
    )
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'portal-settings-'))
  expect(readSettings({ DATA_DIR, ...http }).singleSignOn).toMatchObject({ issuer: 'http://127.0.0.1:9000' })
})
