import { words } from '#app/i18n/catalogues.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { inBoth, writableIn } from './in-both.server.ts'

/** The replies that are written beforehand, by their names in the catalogue. */
export const standardReplies = [
  ...['received-thanks', 'need-more-place', 'need-when', 'working-on-it', 'passed-on'],
  ...['fixed', 'not-ours', 'call-112-next-time', 'thanks-for-idea'],
] as const
export type StandardReply = (typeof standardReplies)[number]

/** True of a reply that asks the resident something: the submission then waits for her. */
export const asks = (name: StandardReply): boolean => name === 'need-more-place' || name === 'need-when'

/** A standard reply as it is sent to a resident who wants to be answered in a language. */
export const standardReply = (name: StandardReply, wanted: string): string =>
  inBoth(wanted, (t) => t(`replies:text.${name}`))

/** What everybody is told whose submission was taken for spam. */
export const spamReason = (wanted: string): string => inBoth(wanted, (t) => t('replies:spam'))

/** The standard replies to choose from, each in the language that is wanted and in Swedish. */
export function tellStandardReplies(wanted: string) {
  const tag = writableIn(wanted)
  return {
    tag,
    reviewed: languages[tag].reviewed,
    isWanted: tag === wanted,
    list: standardReplies.map((name) => {
      const key = `replies:text.${name}`
      return { name, own: { text: words(tag)(key), lang: tag }, swedish: { text: words('sv')(key), lang: 'sv' } }
    }),
  }
}
