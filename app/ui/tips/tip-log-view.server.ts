import type { logOfTips } from '#app/domain/tips/log-of-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

type Found = Awaited<ReturnType<typeof logOfTips>>

/** The lines of the tips' own audit in words: the day, who, what, and to which tip or whom. */
export function tipLogView(language: Language, { lines, hasOlder, names }: Found) {
  const t = words(language)
  const nameOf = (id: string) => names.get(id) ?? t('staff:assign.nobody')
  return {
    lines: lines.map(({ id, day, event, subject, details, who, ref }) => {
      const about = subject.startsWith('staff:') ? nameOf(subject.slice('staff:'.length)) : null
      return {
        ...{ id, ref, day: formatDay(language, day) },
        what: t(`tips:log.event.${event}`),
        who: who ?? t('tips:log.portal'),
        about: about === who ? null : about,
        details: (['to', 'deputy', 'head'] as const).flatMap((name) =>
          typeof details[name] === 'string' ? [t(`tips:log.detail.${name}`, { name: nameOf(details[name]) })] : [],
        ),
      }
    }),
    before: hasOlder ? (lines.at(-1)?.id ?? null) : null,
  }
}

export type TipLogLine = ReturnType<typeof tipLogView>['lines'][number]
