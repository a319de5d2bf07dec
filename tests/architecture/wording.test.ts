import ts from 'typescript'
import { expect, test } from 'vitest'
import { nounsOf, sourceKeys } from './catalogue.ts'
import { filesLike, nodesOf, placeOf, textOf } from './source.ts'

const code = filesLike('app/**/*.{ts,tsx}')
const known = sourceKeys()
const nouns = new Set(nounsOf('sv'))

/** A key in code, with its noun, where what is only known later stands as a star: `errors:field.*`. */
type Use = { key: string; place: string }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

function fits(use: string): (key: string) => boolean {
  const pattern = new RegExp(`^${use.split('*').map(escaped).join('.*')}$`)
  return (key) => pattern.test(key)
}

function keyIn(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return groupIn(node)
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('*')
}

/** A whole group of texts: `getResource(language, 'pages', name)`. */
function groupIn({ expression, arguments: [, noun, name] }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'getResource') return undefined
  return noun && name && `${keyIn(noun) ?? '*'}:${keyIn(name) ?? '*'}`
}

function usesIn(file: string, text?: string): Use[] {
  return nodesOf(file, text).flatMap((node) => {
    const key = keyIn(node)
    const noun = key?.match(/^([a-z-]+):[\w*]/)?.[1]
    return key && noun && nouns.has(noun) ? [{ key, place: placeOf(node) }] : []
  })
}

const uses = code.flatMap((file) => usesIn(file))

test('every text that code asks for is in the catalogue', () => {
  const groups = new Set([...known].flatMap((key) => prefixesOf(key)))
  const missing = uses.filter(({ key }) => !known.has(key) && !groups.has(key) && ![...known].some(fits(key)))
  expect(missing).toEqual([])
})

test('every text in the catalogue is asked for by code', () => {
  const starred = uses.filter(({ key }) => key.includes('*')).map(({ key }) => fits(key))
  const plain = new Set(uses.map(({ key }) => key))
  const isUsed = (key: string) =>
    plain.has(key) || prefixesOf(key).some((prefix) => plain.has(prefix)) || starred.some((fit) => fit(key))
  expect([...known].filter((key) => !isUsed(key))).toEqual([])
})

/** A group of texts may be asked for whole: of `a:b.c.d` these are `a:b` and `a:b.c`. */
function prefixesOf(key: string): string[] {
  const parts = key.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}

const worded = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
])
/** A pattern of capital X stands for what is to be typed, in every language. */
const hasLetters = (text: string) => /\p{L}/u.test(text.replaceAll('X', ''))

/** The words that stand in a page's own code, where they can be read in one language only. */
function wordingIn(file: string, text = textOf(file)): string[] {
  return nodesOf(file, text)
    .filter((node) => {
      if (ts.isJsxText(node)) return hasLetters(node.text)
      if (!ts.isStringLiteralLike(node) || !hasLetters(node.text)) return false
      const around = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent
      if (ts.isJsxAttribute(around)) return worded.has(around.name.getText())
      return ts.isJsxElement(around) || ts.isJsxFragment(around)
    })
    .map((node) => `${placeOf(node)} ${node.getText().trim()}`)
}

test('no wording stands in code', () => {
  expect(code.filter((file) => file.endsWith('.tsx')).flatMap((file) => wordingIn(file))).toEqual([])
})

test('wording in code would be found', () => {
  const page = `export const page = <p title="Hej">Välkommen {'hit'} <b>114 14</b> {t('common:name')}</p>`
  expect(wordingIn('page.tsx', page)).toEqual(['page.tsx:1 "Hej"', 'page.tsx:1 Välkommen', "page.tsx:1 'hit'"])
})

test('a key that is put together in code would be found', () => {
  const keys = usesIn('page.tsx', 'const words = [t(`errors:field.${code}`), "common:name", "https://a"]')
  expect(keys.map(({ key }) => key)).toEqual(['errors:field.*', 'common:name'])
})
