import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Panel } from '../staff/panel.tsx'
import { useSubmission } from '../staff/submission-context.ts'
import { VerbForm } from '../staff/verb-form.tsx'

/** Where else the submission can go on: in another case, from which it can be taken back. */
export function WaysOn() {
  const { t } = useTranslation()
  const { ref, status, mergedInto, mergeable } = useSubmission()
  if (status === 'merged' && mergedInto)
    return (
      <Panel id="ways-on" title={t('handling:unmerge.title')} hint={t('handling:unmerge.hint', { ref: mergedInto })}>
        <p>
          <a className="button-quiet" href={paths.staffSubmission(mergedInto)}>
            {t('handling:unmerge.go', { ref: mergedInto })}
          </a>
        </p>
        <VerbForm verb="unmerge" quiet submit={t('handling:unmerge.submit')} />
      </Panel>
    )
  if (!mergeable) return null
  return (
    <Panel id="ways-on" title={t('handling:ways.title')}>
      <ul className="flex flex-col gap-2">
        <li>
          <a className="button-quiet w-full" href={paths.staffMerge(ref)}>
            {t('handling:ways.merge')}
          </a>
        </li>
      </ul>
    </Panel>
  )
}
