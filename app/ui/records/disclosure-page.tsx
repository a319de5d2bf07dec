import { useTranslation } from 'react-i18next'
import type { WithdrawalGround } from '#db/schema/submissions.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import { Notice } from '../notice.tsx'

type Part = {
  id: string
  label: string
  at: string
  internal: boolean
  passages: { id: string; text: string; endsParagraph: boolean }[]
}

type Photo = {
  id: string
  /** Names it and who sees it now. */
  mark: string
  /** Why it is withheld, while it is. */
  ground: WithdrawalGround | null
  src: string
  width: number
  height: number
}

type Props = {
  /** The case's reference. */
  of: string
  title: string
  secrecy: { id: string; what: string; law: string }[]
  form: { parts: Part[]; photos: Photo[]; seen: string }
  reply: DisclosureReply | undefined
}

/** What was chosen in a form that could not be given out: something had come meanwhile, or a field is wrong. */
export type DisclosureReply = {
  errors: Record<string, string>
  chosen: { mask: string[]; leaveOut: string[]; words: string; seen: string }
}

/** True for what was not there when the form was opened that was posted; what was there keeps what was chosen. */
const isNew = (id: string, reply: DisclosureReply | undefined): boolean =>
  reply !== undefined && !reply.chosen.seen.split(' ').includes(id)

/** What of a case is masked before it is given out: sentences, words wherever they stand, and photos. */
export function DisclosurePage({ of, title, secrecy, form, reply }: Props) {
  const { t } = useTranslation()
  const error = reply?.errors.words
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffSubmission(of)}>
          {t('records:disclosure.back')}
        </a>
      </p>
      <header className="flex flex-col gap-2">
        <h1>{title}</h1>
        <p>{t('records:disclosure.lead')}</p>
      </header>
      {reply && reply.chosen.seen !== form.seen && (
        <Notice tone="wait" role="alert">
          {t('records:disclosure.changed')}
        </Notice>
      )}
      {error && <ErrorSummary errors={{ words: error }} labels={{ words: t('records:disclosure.words') }} />}
      {secrecy.map(({ id, what, law }) => (
        <Notice key={id} tone="danger">
          <b dir="auto">{what}</b> · <span dir="auto">{law}</span>
        </Notice>
      ))}
      <form method="post" action={paths.staffDiscloseFile(of)} className="flex flex-col gap-6">
        <input type="hidden" name="seen" value={form.seen} />
        {form.parts.map((part) => (
          <Sentences key={part.id} {...{ part, reply }} />
        ))}
        {form.photos.length > 0 && <Photos photos={form.photos} reply={reply} />}
        <Field
          name="words"
          label={t('records:disclosure.words')}
          hint={t('records:disclosure.wordsHint')}
          error={error}
        >
          {(control) => (
            <textarea {...control} rows={4} dir="auto" defaultValue={reply?.chosen.words} className="control" />
          )}
        </Field>
        <p className="text-ink-soft">{t('records:disclosure.logged')}</p>
        <button type="submit" className="button self-start">
          {t('records:disclosure.submit')}
        </button>
      </form>
    </div>
  )
}

function Sentences({ part, reply }: { part: Part; reply: DisclosureReply | undefined }) {
  const { label, at, internal, passages } = part
  const added = isNew(part.id, reply)
  const kept = added ? undefined : reply?.chosen.mask
  return (
    <FieldsetCard className="flex flex-col gap-1" legend={<Heading {...{ label, at, internal, added }} />}>
      {passages.map(({ id, text, endsParagraph }) => (
        <label
          key={id}
          className={`flex items-baseline gap-3 rounded-control p-2 hover:bg-sunken ${endsParagraph ? 'mb-2' : ''}`}
        >
          <input
            type="checkbox"
            name="mask"
            value={id}
            defaultChecked={kept ? kept.includes(id) : internal}
            className="h-5 w-5 shrink-0 translate-y-1"
          />
          <span dir="auto" className="min-w-0 break-words">
            {text}
          </span>
        </label>
      ))}
    </FieldsetCard>
  )
}

/** What a part of the case is, when it was written, and whether it was meant for staff alone. */
function Heading({ label, at, internal, added }: Pick<Part, 'label' | 'at' | 'internal'> & { added: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {label} {at && <span className="text-base font-normal text-ink-soft">· {at}</span>}
      {added && <span className="block text-sm font-normal text-sun">{t('records:disclosure.new')}</span>}
      {internal && <span className="block text-sm font-normal text-sun">{t('records:disclosure.internal')}</span>}
    </>
  )
}

/** Each goes along only when that was chosen where it was shown as it stands now. */
function Photos({ photos, reply }: { photos: Photo[]; reply: DisclosureReply | undefined }) {
  const { t } = useTranslation()
  return (
    <FieldsetCard className="flex flex-col gap-4" legend={t('records:disclosure.photos')}>
      {photos.map(({ id, mark, ground, src, width, height }, index) => (
        <label key={id} className="flex flex-col gap-2">
          <img
            {...{ src, width, height }}
            alt=""
            loading="lazy"
            className="h-auto max-h-80 w-auto max-w-full rounded-control"
          />
          {ground && (
            <span className="font-bold text-danger">
              {t('photo-editor:mark.withheld')}: {t(`photo-editor:withhold.grounds.${ground}`)}
            </span>
          )}
          <span className="flex flex-wrap items-center gap-3">
            <input
              type="checkbox"
              name="leaveOut"
              value={id}
              defaultChecked={!reply || isNew(mark, reply) || reply.chosen.leaveOut.includes(id)}
              className="h-5 w-5"
            />
            {t('records:disclosure.leaveOut', { number: index + 1 })}
            {isNew(mark, reply) && <span className="text-sm text-sun">{t('records:disclosure.new')}</span>}
          </span>
        </label>
      ))}
    </FieldsetCard>
  )
}
