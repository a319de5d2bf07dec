import type { TipOnDesk } from '#app/domain/tips/desk.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

const longest = 160

/** Tips as the list shows them; `first` is the beginning of what was written, for who has opened the tip. */
export const tipRowsView = (tips: readonly TipOnDesk[], language: Language, today: string) =>
  tips.map(({ category, said, receivedOn, ...tip }) => ({
    ...tip,
    receivedOn: formatDay(language, receivedOn),
    unopened: tip.status === 'received' ? unopened(language, receivedOn, today) : null,
    category: category ? words(language)(`categories:${category}`) : null,
    first: said ? firstLine(said.body) : null,
    lang: said?.writtenIn ?? null,
  }))

export type TipRowView = ReturnType<typeof tipRowsView>[number]

function unopened(language: Language, receivedOn: string, today: string): string {
  const count = Math.round((Date.parse(today) - Date.parse(receivedOn)) / (24 * 60 * 60 * 1000))
  return words(language)(count < 1 ? 'tips:list.today' : 'tips:list.unopened', { count })
}

function firstLine(body: string): string {
  const line = body.trim().split(/\r?\n/, 1)[0] ?? ''
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}
