/** A form as its page would post it at once. */
export type PageForm = { action: string; method: 'get' | 'post'; fields: Record<string, string> }

const texts: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unescaped = (text = '') => text.replace(/&(quot|#x27|lt|gt|amp);/g, (sign) => texts[sign]!)
const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

/**
 * Every form of a page, with all the fields and named buttons that it has, whichever of them would be chosen; of a list
 * the first that is something.
 */
export function formsOfPage(html: string, page: string): PageForm[] {
  const forms = [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)]
  return forms.map(([, tag = '', inside = '']) => {
    const id = attribute(tag, 'id')
    const outside = id ? html.match(new RegExp(`<(input|button|textarea|select)[^>]*\\sform="${id}"[^>]*>`, 'g')) : null
    return {
      action: new URL(attribute(tag, 'action') ?? page, `http://portal${page}`).href.slice('http://portal'.length),
      method: attribute(tag, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: fieldsIn(inside + (outside ?? []).join('')),
    }
  })
}

function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [whole] of html.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>|<(input|button|textarea|select)\b[^>]*>/g)) {
    const tag = /^<[^>]*>/.exec(whole)![0]
    const name = attribute(tag, 'name')
    if (name && attribute(tag, 'type') !== 'file') fields[name] ??= firstChoice(whole) ?? attribute(tag, 'value') ?? ''
  }
  return fields
}

const firstChoice = (list: string): string | undefined =>
  [...list.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value')).find(Boolean)
