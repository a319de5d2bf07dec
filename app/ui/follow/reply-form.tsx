import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { LinkedText } from '../linked-text.tsx'
import { Notice } from '../notice.tsx'

type Props = {
  limit: string
  formToken: string
  message: string | undefined
  errors: Record<string, string>
  tooLong: string | undefined
  /** The message has just been sent. */
  sent: boolean
}

/** The reply box under a thread. */
export function ReplyForm({ limit, formToken, message, errors, tooLong, sent }: Props) {
  const { t } = useTranslation()
  return (
    <section id="reply" aria-labelledby="reply-title" className="flex max-w-text flex-col gap-4">
      {sent && (
        <Notice tone="done" role="status">
          <p className="font-bold">{t('follow:reply.sent')}</p>
        </Notice>
      )}
      <h2 id="reply-title">{t('follow:reply.title')}</h2>
      <p>
        <LinkedText text={t('follow:reply.danger')} />
      </p>
      <form id="form" method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="formToken" value={formToken} />
        <Field
          name="message"
          label={t('follow:reply.label')}
          hint={t('follow:reply.hint', { limit })}
          error={errors.message}
        >
          {(attributes) => (
            <>
              {tooLong && <p className="font-bold text-danger">{tooLong}</p>}
              <textarea {...attributes} required rows={6} dir="auto" defaultValue={message} className="control" />
            </>
          )}
        </Field>
        <p className="text-ink-soft">{t('follow:reply.official')}</p>
        <button type="submit" className="button self-start">
          {t('follow:reply.send')}
        </button>
      </form>
    </section>
  )
}
