import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Panel } from '../staff/panel.tsx'
import { useSubmission } from '../staff/submission-context.ts'
import { VerbForm } from '../staff/verb-form.tsx'

/** Where else it can go on: in another case, from which it is taken back here, at the other authority, or outside. */
export function WaysOn() {
  const { t } = useTranslation()
  const { ref, status, mergedInto, mergeable, handsOverTo, redirectable } = useSubmission()
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
  const ways = [
    mergeable && { to: paths.staffMerge(ref), label: t('handling:ways.merge') },
    handsOverTo && {
      to: paths.staffHandOverCase(ref),
      label: t('handling:ways.handOver', { authority: t(`staff:authority.${handsOverTo}`) }),
    },
    redirectable && { to: paths.staffRedirect(ref), label: t('handling:ways.redirect') },
  ].filter((way) => typeof way === 'object')
  if (ways.length === 0) return null
  return (
    <Panel id="ways-on" title={t('handling:ways.title')}>
      <ul className="flex flex-col gap-2">
        {ways.map(({ to, label }) => (
          <li key={to}>
            <a className="button-quiet w-full" href={to}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
