import { expect, test } from 'vitest'
import ts from 'typescript'
import { filesLike, nodesOf, placeOf, textOf } from './source.ts'

// The portal asks nobody for anything but its own database and the mail server that the settings name: what nobody can
// make it fetch, nobody can reach through it.

const onTheServer = filesLike('app/**/*.{ts,tsx,js}', 'db/**/*.ts').filter((file) => !file.startsWith('app/ui/'))

/** What opens a connection, by the module that can, and the files that may: each to where a setting says, or to listen. */
const mayConnect: Record<string, string[]> = {
  'node:http': ['app/server.ts', 'app/http/bounds.ts'],
  // The kind of an address is told by `node:net`, too.
  'node:net': ['app/cli/start.js', 'app/domain/records/day-key.server.ts', 'db/embedded.server.ts'],
  nodemailer: ['app/mail/send.server.ts'],
  postgres: [
    ...['app/jobs/worker.server.ts', 'db/client.server.ts', 'db/embedded.server.ts'],
    ...['db/listen.server.ts', 'db/migrate.server.ts'],
  ],
}
const connecting =
  /^(node:)?(https?|http2|net|tls|dgram|dns|dns\/promises)$|^(undici|node-fetch|axios|got|ws|postgres|nodemailer)$/

test('no file on the server can open a connection but those that are named, to where the settings say', () => {
  const opening = onTheServer.flatMap((file) =>
    nodesOf(file)
      .filter(ts.isImportDeclaration)
      .filter(({ importClause }) => importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
      .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)
      .filter((module) => connecting.test(module) && !mayConnect[module]?.includes(file))
      .map((module) => `${file} imports ${module}`),
  )
  expect(opening).toEqual([])
})

const asks = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']

/** Where single sign-on asks the issuer that the settings name, and nobody else. */
const mayFetch = 'app/http/single-sign-on.server.ts'

test('nothing on the server fetches an address but single sign-on', () => {
  const fetching = onTheServer.flatMap((file) =>
    nodesOf(file)
      .filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node))
      .filter(({ expression }) => ts.isIdentifier(expression) && asks.includes(expression.text))
      .map(placeOf)
      .filter((place) => !place.startsWith(mayFetch)),
  )
  expect(fetching).toEqual([])
})

test('no file that is left out of the list is still in it', () => {
  const named = Object.entries(mayConnect).flatMap(([module, files]) => files.map((file) => ({ module, file })))
  expect(named.filter(({ module, file }) => !textOf(file).includes(`'${module}'`))).toEqual([])
})

test('what the browser fetches is an address of ours', () => {
  const elsewhere = filesLike('app/ui/**/*.{ts,tsx}').filter((file) =>
    /(fetch|open|EventSource|WebSocket|sendBeacon)\(\s*['"`](https?:|wss?:)?\/\//.test(textOf(file)),
  )
  expect(elsewhere).toEqual([])
})
