import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [folder, migrations] = ['app/domain/tips', 'db/migrations']
const read = (file: string) => readFileSync(file, 'utf8')
const events = [
  ...readdirSync(folder).flatMap((file) => [...read(`${folder}/${file}`).matchAll(/event: '([a-z-]+)'/g)]),
  ...readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .flatMap((file) => [...read(`${migrations}/${file}`).matchAll(/INSERT INTO tip_audit_lines[^;]*?'([a-z-]+)'/g)]),
].map(([, event]) => event!)

test.each(['sv', 'en'])('every event that is written down of tips has words in %s', (tag) => {
  const { log } = JSON.parse(read(`locales/${tag}/tips.json`)) as { log: { event: Record<string, string> } }
  expect(events.length).toBeGreaterThan(15)
  expect(events.filter((event) => !(event in log.event))).toEqual([])
})
