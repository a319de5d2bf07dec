import { useTranslation } from 'react-i18next'
import type { Authority } from '#db/schema/staff.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import { LetterForm } from './letter-form.tsx'

type Props = {
  title: string
  /** The ref of the case. */
  of: string
  status: string
  number: string | null
  to: Authority
  /** Whether other cases were merged into it. */
  merged: boolean
  letter: string
  wanted: string
  /** When what is half written of it was saved, in words. */
  saved: string | undefined
  reply: VerbReply | undefined
}

const consequences = ['gone', 'number', 'notes', 'assignee'] as const

/** The letter that the resident reads, and what it means to hand the case over. */
export function HandOverCasePage({ title, of, status, number, to, merged, reply, ...rest }: Props) {
  const { t } = useTranslation()
  const authority = t(`staff:authority.${to}`)
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffSubmission(of)}>
          {t('handling:back')}
        </a>
      </p>
      <h1>{title}</h1>
      {merged && reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        {merged ? (
          <Notice tone="wait">
            <p>{t('errors:refusal.has-merged')}</p>
          </Notice>
        ) : (
          <LetterForm
            action={paths.staffHandOverCase(of)}
            draftAt={paths.staffDraft(of, 'hand-over')}
            hidden={{ from: status, to }}
            label={t('handling:handOver.told')}
            {...{ reply, ...rest }}
          >
            {t('handling:handOver.submit', { authority })}
          </LetterForm>
        )}
        <section aria-labelledby="means" className="card flex flex-col gap-3">
          <h2 id="means" className="text-xl sm:text-xl">
            {t('handling:handOver.means')}
          </h2>
          <ul className="flex list-disc flex-col gap-2 ps-5">
            {consequences
              .filter((one) => number || one !== 'number')
              .map((one) => (
                <li key={one}>{t(`handling:handOver.${one}`, { authority, number })}</li>
              ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
