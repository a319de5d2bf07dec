import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import { CaseDraftLine } from './draft-line.tsx'
import { Panel } from './panel.tsx'
import { StaffPhotoStrip } from './staff-photo-strip.tsx'
import { StandardReplies } from './standard-replies.tsx'
import { useSubmission } from './submission-context.ts'
import { TemplateChoice } from './template-choice.tsx'
import { TextArea } from './text-area.tsx'
import { VerbForm } from './verb-form.tsx'
import { WaitChoice } from './wait-choice.tsx'
import { WrittenText } from '../written-text.tsx'

/** What resident and staff have written to each other, and the box to write in. */
export function Thread() {
  const { t } = useTranslation()
  const { thread, written, can, original } = useSubmission()
  if (!original) return null
  return (
    <Panel id="thread" title={t('staff:thread.title')}>
      {thread.length === 0 && <p className="text-ink-soft">{t('staff:thread.empty')}</p>}
      <ol className="flex flex-col gap-4">
        {thread.map((message, index) => (
          <li
            key={index}
            className={`max-w-text rounded-card p-4 ${message.sender === 'resident' ? 'me-6 bg-voice-tint' : 'ms-6 bg-sky-tint'}`}
          >
            <p className="mb-1 text-sm text-ink-soft">
              {message.sender === 'resident' ? t('staff:thread.resident') : message.signedAs} · {message.at}
            </p>
            <WrittenText text={message.body} lang={message.sender === 'resident' ? written?.tag : undefined} />
            <StaffPhotoStrip photos={message.photos} />
          </li>
        ))}
      </ol>
      {can.handle && <ReplyForm />}
      {can.handle && <StandardReplies />}
    </Panel>
  )
}

function ReplyForm() {
  const { t } = useTranslation()
  const { formToken, wanted, signsAs, drafts } = useSubmission()
  const draft = drafts.reply?.fields
  const labels = { message: t('staff:reply.message') }
  return (
    <VerbForm verb="reply" submit={t('staff:reply.submit')} hidden={{ formToken }} labels={labels}>
      {({ values, errors, inserted }) => (
        <>
          <TemplateChoice use="reply" inserted={Boolean(inserted)} />
          <Notice tone="wait">
            <p className="font-bold">{t('staff:reply.never')}</p>
            <p>{t('staff:reply.language', { language: wanted.name })}</p>
          </Notice>
          <TextArea
            name="message"
            label={labels.message}
            hint={t('staff:reply.hint', { signsAs })}
            value={values.message ?? draft?.message}
            error={errors.message}
          />
          <WaitChoice checked={(values.message === undefined ? draft?.wait : values.wait) === 'yes'} />
          <CaseDraftLine form="reply" />
        </>
      )}
    </VerbForm>
  )
}
