import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import type { AccountReply } from './form-reply.ts'

type Props = { reply: AccountReply | undefined; labels: Record<string, string>; done?: string | undefined }

/** What came of a form: why not, what is wrong in which field, or that it is done. */
export function ReplyNotice({ reply, labels, done }: Props) {
  const { t } = useTranslation()
  const failed = reply !== undefined && (reply.refused !== undefined || Object.keys(reply.errors ?? {}).length > 0)
  return (
    <>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply?.errors ?? {}} labels={labels} />
      {done && !failed && (
        <Notice tone="done" role="status">
          {done}
        </Notice>
      )}
    </>
  )
}
