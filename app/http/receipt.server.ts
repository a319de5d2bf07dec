import { proofUnderCode } from '#app/domain/submissions/proof.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatTime, formatWeekday } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { qrOf } from './qr.server.ts'
import type { KeptReceipt } from './sealed-cookies.server.ts'

/**
 * The receipt as it is shown and printed. The QR code holds the code behind a #, which a browser keeps to itself: so it
 * opens the follow page, and the code stands in no server's log. Whoever follows somebody else's has no proof.
 */
export async function tellReceipt(language: Language, { code, ref, bell, follows = false }: KeptReceipt) {
  const followAt = settings().baseUrl + paths.follow(language)
  const hash = await hashOfCode(code)
  const proof = (await proofUnderCode(hash)) ?? (await tipUnderCode({ hash, code }))?.proof
  return {
    ...{ code, ref, bell, follows, followAt },
    qr: qrOf(`${followAt}#${code}`),
    proof: proof && { line: proof.line, receivedAt: momentInWords(language, proof.receivedAt) },
  }
}

export type ToldReceipt = Awaited<ReturnType<typeof tellReceipt>>

/** "måndag 23 november 2026 10:15". */
export const momentInWords = (language: Language, moment: Date): string =>
  `${formatWeekday(language, moment)} ${formatTime(language, moment)}`

/** The receipt as a plain text to keep, readable by the oldest of programs: with line ends and a mark that it is UTF-8. */
export function receiptFile(language: Language, { code, ref, followAt, proof }: ToldReceipt): string {
  const t = words(language)
  const lines = [
    ...[t('common:name'), t('receipt:paper.title'), ''],
    ...[t('submit:received.code'), code, '', t('receipt:paper.where'), followAt, t('receipt:paper.secret'), ''],
    ...[`${t('submit:received.ref')} ${ref}`, ''],
    ...(proof ? [t('receipt:proof.time'), proof.receivedAt, '', t('receipt:proof.line'), proof.line, ''] : []),
    t('receipt:paper.emergency'),
  ]
  return `\ufeff${lines.join('\r\n')}\r\n`
}
