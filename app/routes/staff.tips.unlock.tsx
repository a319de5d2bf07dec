import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isRef } from '#app/domain/is-ref.ts'
import { unlockInput } from '#app/domain/tips/input.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { countTipsTry } from '#app/http/count-tips-try.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { keepUnlocked, requireTips } from '#app/http/require-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { carriedOf, type Carried } from '#app/ui/tips/carried.ts'
import { UnlockForm } from '#app/ui/tips/unlock-form.tsx'

export const handle = { texts: ['tips'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const { unlocked } = await requireTips(request)
  const to = tipAskedFor(request)
  if (unlocked && !unlocked.tipsKey) throw redirect(paths.staffTipsKeys(), 303)
  // Who comes from a tip that left the screen says who she is, also where another page has kept tips open.
  if (unlocked && !to) throw redirect(paths.staffTips(), 303)
  const t = words(await staffLanguage(request))
  return {
    title: t('tips:unlock.title'),
    lead: t('tips:unlock.lead', { count: settings().tipsIdleMinutes }),
    trial: settings().mode === 'trial',
    to,
  }
}

/**
 * Every try is counted before the passphrase is looked at; it is never shown again. What was posted to a tip that had been
 * locked meanwhile is kept in the form, and goes on to the tip with the key.
 */
export async function action({ request }: ActionFunctionArgs) {
  const { staff, sessionId } = await requireTips(request)
  const { input, values, errors } = await readForm(request, unlockInput)
  const to = tipAskedFor(request)
  const waits = to ? carriedOf(values) : undefined
  const shown = { values: {}, errors, waits }
  if (waits && values.passphrase === undefined) return data({ ...shown, errors: {} })
  const throttled = await countTipsTry(request, staff, shown)
  if (throttled) return throttled
  const result = input && (await unlockTips(staff, sessionId, input.passphrase))
  if (!result) return data(shown, { status: 422 })
  if ('refused' in result) return data({ ...shown, errors: { passphrase: 'wrong-passphrase' } }, { status: 422 })
  const headers = { 'Set-Cookie': await keepUnlocked(result.cookieKey) }
  return redirect(to ? paths.staffTip(to) : paths.staffTips(), { status: waits ? 307 : 303, headers })
}

/** The tip that she was on her way to. */
function tipAskedFor(request: Request): string | undefined {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return isRef(to) ? to : undefined
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Unlock() {
  const { t } = useTranslation()
  const { title, lead, trial, to } = useLoaderData<typeof loader>()
  const reply = useActionData<{ errors?: Record<string, string>; wait?: string; waits?: Carried }>()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{lead}</p>
      </header>
      {reply?.wait && (
        <Notice tone="danger" role="alert">
          {reply.wait}
        </Notice>
      )}
      <UnlockForm error={reply?.errors?.passphrase} to={to} carried={reply?.waits} />
      {trial && <p className="text-ink-soft">{t('tips:unlock.trial')}</p>}
      <p className="text-ink-soft">
        {t('tips:unlock.forgotten')} <a href={paths.staffTipsKeys()}>{t('tips:nav.keys')}</a>
      </p>
    </div>
  )
}
