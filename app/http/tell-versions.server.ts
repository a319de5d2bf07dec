import { textsReadAgain } from '#app/domain/submissions/earlier-texts.ts'
import { publicTextsForStaff } from '#app/domain/submissions/public-texts.server.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** The versions that the public or the resident has read: what can be withdrawn of them, and what was. */
export async function tellVersions(staff: Staff, language: Language, found: FoundForStaff) {
  const { id, responses, publicBody } = found
  const { staleIn, shown, withdrawals } = await publicTextsForStaff(staff, id)
  const t = words(language)
  const again = textsReadAgain(shown, found)
  const when = (at: Date) => `${formatDay(language, at)} ${formatTime(language, at)}`
  const label = (part: 'answer' | 'public-text', version: number) => t(`templates:withdraw.part.${part}`, { version })
  const answers = responses
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ version }) => ({ value: `answer-${version}`, label: label('answer', version) }))
  const texts = shown
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ version }) => ({ value: `public-text-${version}`, label: label('public-text', version) }))
  return {
    staleIn,
    back: again > 0 ? t('templates:back', { count: again }) : undefined,
    open: [...answers, ...texts],
    withdrawals: withdrawals.map(({ part, version, ground, reason, withdrawnAt, byName }) => ({
      which: label(part, version),
      ...{ at: when(withdrawnAt), by: byName, ground: t(`templates:withdraw.grounds.${ground}`), reason },
    })),
    shown: shown
      .filter(({ body }) => body !== null && body.sv !== publicBody?.sv)
      .map(({ version, title, body, shownAt, byName }) => ({
        ...{ version, title: title?.sv ?? '', body: body?.sv ?? '', at: when(shownAt), by: byName },
      })),
  }
}
