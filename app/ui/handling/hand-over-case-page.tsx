import { useTranslation } from 'react-i18next'
import type { Authority } from '#db/schema/staff.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import { WrittenText } from '../written-text.tsx'

type Props = {
  title: string
  /** The ref of the case. */
  of: string
  status: string
  number: string | null
  to: Authority
  /** Whether other cases were merged into it. */
  merged: boolean
  message: string
  reply: VerbReply | undefined
}

const consequences = ['gone', 'number', 'notes', 'assignee'] as const

/** What it means to hand the case over, what the resident is told, and the button. */
export function HandOverCasePage({ title, of, status, number, to, merged, message, reply }: Props) {
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
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
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
        <section aria-labelledby="told" className="card flex flex-col gap-3 border-s-[6px] border-s-sky">
          <h2 id="told" className="text-xl sm:text-xl">
            {t('handling:handOver.told')}
          </h2>
          <WrittenText text={message} />
        </section>
      </div>
      {merged ? (
        <Notice tone="wait">
          <p>{t('errors:refusal.has-merged')}</p>
        </Notice>
      ) : (
        <form method="post" action={paths.staffHandOverCase(of)}>
          <input type="hidden" name="from" value={status} />
          <input type="hidden" name="to" value={to} />
          <button type="submit" className="button">
            {t('handling:handOver.submit', { authority })}
          </button>
        </form>
      )}
    </div>
  )
}
