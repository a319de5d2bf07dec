import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'
import { LinkedText } from '../linked-text.tsx'
import { Notice } from '../notice.tsx'
import { PhotoField } from '../photos/photo-field.tsx'
import type { ListedPhoto } from '../photos/send-photo.ts'

export type Reply = {
  formToken: string
  message: string | undefined
  errors: Record<string, string>
  tooLong: string | undefined
  /** The photos that wait for this form, and the name of one that was refused. */
  waiting: ListedPhoto[]
  refusedName: string | undefined
}

type Props = {
  language: Language
  limit: string
  reply: Reply
  /** The message has just been sent. */
  sent: boolean
}

/** The reply box under a thread: text, photos, or both. */
export function ReplyForm({ language, limit, reply, sent }: Props) {
  const { t } = useTranslation()
  const { formToken, message, errors, tooLong, waiting, refusedName } = reply
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
      <form
        id="form"
        method="post"
        action={paths.follow(language)}
        encType="multipart/form-data"
        noValidate
        className="flex flex-col gap-5"
      >
        <input type="hidden" name="formToken" value={formToken} />
        <Field
          name="message"
          label={t('follow:reply.label')}
          hint={t('follow:reply.hint', { limit })}
          error={errors.message}
        >
          {(attributes) => (
            <>
              {tooLong && errors.message && <p className="font-bold text-danger">{tooLong}</p>}
              <textarea {...attributes} rows={6} dir="auto" defaultValue={message} className="control" />
            </>
          )}
        </Field>
        <PhotoField
          {...{ waiting, refusedName, formToken }}
          error={errors.photos}
          uploadTo={paths.submitPhotos(language)}
        />
        <p className="text-ink-soft">{t('follow:reply.official')}</p>
        <button type="submit" className="button self-start">
          {t('follow:reply.send')}
        </button>
      </form>
    </section>
  )
}
