import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesLike, textOf } from './source.ts'

const app = filesLike('app/**/*.{ts,tsx,js}')
const linesWith = (files: string[], pattern: RegExp) =>
  files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  )

test('every command of the domain has a test that names it', () => {
  const tests = filesLike('tests/**/*.{ts,tsx}').map(textOf).join('\n')
  const untested = commands().filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(tests))
  expect(untested.map(({ file }) => file)).toEqual([])
})

/** A verb is a file: it exports a function of its own name, and writes. */
function commands(): { file: string; name: string }[] {
  return filesLike('app/domain/*/*.server.ts')
    .map((file) => ({ file, name: camelCase(basename(file, '.server.ts')) }))
    .filter(({ file, name }) => {
      const text = textOf(file)
      return text.includes(`export async function ${name}(`) && /\.(insert|update|delete)\(|\baudit\(/.test(text)
    })
}

const camelCase = (text: string) => text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

test('the environment is read in one place', () => {
  const readers = app.filter((file) => !file.startsWith('app/cli/start') && file !== 'app/settings.server.ts')
  const reads = linesWith(readers, /process\.env|import\.meta\.env/)
  // The server must know which build to serve before anything else.
  expect(reads.filter((place) => !place.startsWith('app/server.ts:'))).toEqual([])
  expect(textOf('app/server.ts').match(/process\.env\.\w+/g)).toEqual(['process.env.BUILD_DIR'])
})

test('no style stands in a page, since the content security policy forbids it', () => {
  expect(linesWith(app, /\sstyle=|\bon[a-z]+="/)).toEqual([])
})

test('what a person wrote in several lines is drawn in one place, each paragraph in its own direction', () => {
  const drawn = app.filter((file) => file !== 'app/ui/written-text.tsx')
  expect(linesWith(drawn, /dir="auto"[^>]*whitespace-pre|whitespace-pre[^>]*dir="auto"/)).toEqual([])
})

test('no column can hold a network address', () => {
  expect(linesWith(filesLike('db/{schema,migrations}/*.{ts,sql}'), /\b(inet|cidr|macaddr8?)\b/i)).toEqual([])
})

test('no code holds characters that turn the direction of what follows', () => {
  expect(linesWith(filesLike('{app,db,tests}/**/*.{ts,tsx,js,css,sql}'), /[\u202A-\u202E\u2066-\u2069]/)).toEqual([])
})

const documents = filesLike('*.md')

test.each(documents)('every path that %s names is there', (document) => {
  const named = [...textOf(document).matchAll(/`([\w@$.*/-]+)`|\]\(([\w./-]+)\)/g)].map(
    ([, code, link]) => code ?? link!,
  )
  const paths = named.filter((name) => /^[\w@$.*-]+\/|\.md$/.test(name))
  const missing = paths.filter((path) => !isMadeLater(path) && filesLike(path.replace(/\/$/, '')).length === 0)
  expect(missing).toEqual([])
})

/** Made by npm, by a build or when the portal runs. */
const isMadeLater = (path: string) => /^(\.\/)?(node_modules|build|data|DATA_DIR)\b/.test(path)

test.each(documents)('every script that %s names is there', (document) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = [...textOf(document).matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name]) => name!)
  const npmsOwn = ['install', 'audit', 'ci', 'or', '9']
  expect(named.filter((name) => !npmsOwn.includes(name) && !scripts[name])).toEqual([])
})

test('what continuous integration runs is there', () => {
  expect(existsSync('.ci/run')).toBe(true)
})
