import type { queue } from '#app/domain/submissions/queue.server.ts'
import type { QueueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatCount, formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { dueInWords } from './due.server.ts'
import { ageInWords } from './submission-view.server.ts'

/** How long the beginning of a text in the queue may be. */
const excerptLength = 160

/** The queue as it is shown: its rows in words, a way to each status with how many are there, and the pages. */
export function queueView(
  { rows, tabs, held, partly, cut, previous, next, here }: Awaited<ReturnType<typeof queue>>,
  filter: QueueFilter,
  language: Language,
) {
  const t = words(language)
  const found = tabs.find(({ status }) => status === filter.status)
  const inWords = ({ createdAt, dueOn, text, writtenIn, ...row }: (typeof rows)[number]) => ({
    ...row,
    due: dueInWords(language, dueOn),
    age: ageInWords(language, createdAt),
    text: excerptOf(text),
    writtenIn: writtenIn ?? undefined,
    languages: row.rewritten ? '' : languagesOf(language, writtenIn, row.language),
  })
  const counted = (key: string, { count, more }: { count: number; more: boolean }) => {
    if (!more) return t(key, { count })
    return count > 0 ? t(`${key}Most`, { most: formatNumber(language, count) }) : ''
  }
  return {
    rows: rows.filter((row) => !row.held).map(inWords),
    heldRows: rows.filter((row) => row.held).map(inWords),
    heldFound: held.count > 0 ? counted('staff:queue.held', held) : '',
    tabs: tabs.map(({ status, ...count }) => ({ status, count: formatCount(language, count) })),
    found: found ? counted('staff:queue.found', found) : '',
    cut: cut ? t('staff:queue.cut') : '',
    partly: partly ? t('staff:queue.partly', { most: formatNumber(language, partly) }) : '',
    ...{ previous, next, here },
    // Whoever has come so far that nothing is left needs a way back.
    lost: rows.length === 0 && (filter.after ?? filter.before) !== undefined,
  }
}

export type QueueView = ReturnType<typeof queueView>

/** What is worth saying of the languages of a submission: nothing where both are Swedish. */
function languagesOf(language: Language, writtenIn: string | null, wanted: string): string {
  const t = words(language)
  const name = (tag: string) => ({ language: t(`staff:language.${tag}`) })
  const written = writtenIn && writtenIn !== 'sv' ? t('staff:queue.writtenIn', name(writtenIn)) : ''
  const answer = wanted !== (writtenIn ?? 'sv') ? t('staff:queue.wantsAnswer', name(wanted)) : ''
  return [written, answer].filter(Boolean).join(' · ')
}

/** The beginning of a text on one line, cut between words. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= excerptLength) return line
  return `${line.slice(0, excerptLength).replace(/\s\S*$/, '')} …`
}
