import postcss, { type AtRule, type ChildNode, type Declaration, type Node, type Rule } from 'postcss'
import { lacks, youngNamesBelow } from './support.ts'

/** What a stylesheet uses that the oldest browsers lack, one line each. What stands in @supports is asked for first. */
export function lackingInStyle(css: string): string[] {
  const found = new Set<string>()
  postcss.parse(css).walk((node) => {
    if (isAskedFor(node)) return
    for (const feature of featuresOf(node)) if (feature) found.add(feature)
  })
  return [...found]
}

function isAskedFor(node: ChildNode): boolean {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'atrule' && (at as AtRule).name === 'supports') return true
  }
  return false
}

function featuresOf(node: ChildNode): (string | undefined)[] {
  if (node.type === 'atrule') return ofAtRule(node)
  if (node.type === 'rule') return ofSelector(node)
  return node.type === 'decl' ? ofDeclaration(node) : []
}

function ofAtRule({ name, params }: AtRule): (string | undefined)[] {
  const media = [...params.matchAll(/\(\s*([a-z-]+)/g)].map(([, feature]) => feature!)
  const own = name === 'media' ? media.map((feature) => lacks('css', 'at-rules', 'media', feature)) : []
  const range = name === 'media' && /[<>]/.test(params) ? [lacks('css', 'at-rules', 'media', 'range_syntax')] : []
  return [lacks('css', 'at-rules', name), ...own, ...range]
}

function ofSelector({ selector, parent }: Rule): (string | undefined)[] {
  if (parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')) return []
  const names = [...selector.matchAll(/(?<!\\):{1,2}([a-z][a-z-]*)/g)].map(([, name]) => name!)
  const nested = parent?.type === 'rule' || /(?<!\\)&/.test(selector) ? [lacks('css', 'selectors', 'nesting')] : []
  return [...names.filter((name) => !isPrefixed(name)).map((name) => lacks('css', 'selectors', name)), ...nested]
}

function ofDeclaration({ prop, value, parent }: Declaration): (string | undefined)[] {
  const property = prop.toLowerCase()
  // Said with a prefix as well, or with fonts to fall back on.
  const isPadded = parent?.some((other) => other.type === 'decl' && other.prop === `-webkit-${property}`)
  if (isPadded || property === 'font-family') return []
  // A custom property holds what another one will use; its functions and units are looked at all the same.
  const isCustom = property.startsWith('--')
  const plain = value.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '')
  const words = [...plain.matchAll(/(?<![\w-.#])[a-z][\w-]*(?![\w-]*\()/g)].map(([word]) => word)
  const functions = [...plain.matchAll(/([a-z][\w-]*)\(/g)].map(([, name]) => name!)
  const units = [...plain.matchAll(/(?<![\w#-])-?[\d.]+([a-z]+)/g)].map(([, unit]) => unit!)
  return [
    ...(isCustom || isPrefixed(property) ? [] : [lacks('css', 'properties', property)]),
    ...(isCustom ? [] : words.map((word) => lacks('css', 'properties', property, word))),
    ...functions.map((name) => youngTypes.get(name)),
    ...units.map((unit) => lacks('css', 'types', 'length', unitsNamed(unit))),
  ]
}

const isPrefixed = (name: string) => /^-(webkit|moz|ms|o)-/.test(name)

/** Functions that the oldest browsers lack, as `color-mix`. */
const youngTypes = youngNamesBelow('css', 'types')

/** Units that the data keeps together. */
function unitsNamed(unit: string): string {
  if (/^cq(w|h|i|b|min|max)$/.test(unit)) return 'container_query_length_units'
  const sizes = { d: 'dynamic', l: 'large', s: 'small' } as const
  const size = /^([dls])v(w|h|i|b|min|max)$/.exec(unit)?.[1] as keyof typeof sizes | undefined
  return size ? `viewport_percentage_units_${sizes[size]}` : unit
}
