import { words } from '#app/i18n/catalogues.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { offeredLanguages } from './request.server.ts'

/** The language that a resident can be written to in: her own where it is offered, else Swedish. */
export const writableIn = (wanted: string): Language => offeredLanguages().find((tag) => tag === wanted) ?? 'sv'

/**
 * One text in the language that is wanted, and below it the Swedish, which counts. That nobody has reviewed the
 * translation stands beside it.
 */
export function inBoth(wanted: string, write: (t: ReturnType<typeof words>) => string): string {
  const tag = writableIn(wanted)
  const [own, swedish] = [words(tag), words('sv')]
  if (tag === 'sv') return write(swedish)
  const note = languages[tag].reviewed ? [] : [own('replies:unreviewed')]
  return [write(own), ...note, `${swedish('replies:swedish')} ${write(swedish)}`].join('\n\n')
}
