import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { DraftLine } from '../staff/draft-line.tsx'
import { TextArea } from '../staff/text-area.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'

type Props = {
  action: string
  /** Where it is kept half written, with a query. */
  draftAt: string
  hidden: Record<string, string>
  label: string
  /** As it is proposed, or was half written. */
  letter: string | undefined
  /** The resident's language, in words. */
  wanted: string
  saved: string | undefined
  reply: VerbReply | undefined
  /** What the button says. */
  children: ReactNode
}

/** The letter that goes with a case which goes elsewhere: changed as needed, kept half written, and sent. */
export function LetterForm({ action, draftAt, hidden, label, letter, wanted, saved, reply, children }: Props) {
  const { t } = useTranslation()
  const { values = {}, errors = {} } = reply ?? {}
  return (
    <form method="post" action={action} className="card flex flex-col gap-4">
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={errors} labels={{ letter: label }} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        key={`${action} ${letter}`}
        name="letter"
        label={label}
        hint={t('handling:letterHint', { language: wanted })}
        // Who has emptied it has the text to begin from again.
        value={values.letter || letter}
        error={errors.letter}
        rows={14}
      />
      <DraftLine key={`${action} draft`} address={draftAt} saved={saved} />
      <p>
        <button type="submit" className="button">
          {children}
        </button>
      </p>
    </form>
  )
}
