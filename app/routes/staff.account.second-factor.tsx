import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmSecondFactor } from '#app/domain/staff/confirm-second-factor.server.ts'
import { codeInput } from '#app/domain/staff/account-input.server.ts'
import type { Signed } from '#app/domain/staff/queries.server.ts'
import { removeSecondFactor } from '#app/domain/staff/remove-second-factor.server.ts'
import { renewRecoveryCodes } from '#app/domain/staff/renew-recovery-codes.server.ts'
import { lacksSecondFactor } from '#app/domain/staff/second-factor-roles.ts'
import { addressForApp } from '#app/domain/staff/second-factors.server.ts'
import { startSecondFactor } from '#app/domain/staff/start-second-factor.server.ts'
import { refuse, tooMany } from '#app/http/answers.server.ts'
import { countTry, uncountTry } from '#app/http/count-try.server.ts'
import { checkForm, fieldsOf, invalid, invalidField, valuesOf } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { qrOf } from '#app/http/qr.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { SecondFactorPage } from '#app/ui/account/second-factor-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['account', 'receipt'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const signed = await requireFresh(request)
  const t = words(await staffLanguage(request))
  const { staff, session, secondFactor } = signed
  return {
    title: t('account:factor.title'),
    required: lacksSecondFactor({ role: staff.role, via: session.via, secondFactor }, settings().mode),
    setUp: secondFactor ? null : await setUpFor(signed, t('common:name')),
  }
}

/** What the app takes up: the same until it is confirmed. */
async function setUpFor({ staff, email }: Signed, portal: string) {
  const started = await startSecondFactor(staff.id)
  if ('refused' in started) return null
  const address = addressForApp(started.secret, { portal, email })
  return { secret: started.secret.replace(/(.{4})(?=.)/g, '$1 '), address, qr: qrOf(address) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { staff, secondFactor } = await requireFresh(request)
  const values = valuesOf(await fieldsOf(request))
  if (values.verb === 'remove' && secondFactor) {
    await removeSecondFactor(staff, staff.id)
    return redirect(`${paths.staffAccount()}?done=factor-removed`, 303)
  }
  if (values.verb === 'renew') {
    const renewed = await renewRecoveryCodes(staff.id)
    return 'refused' in renewed ? refuse(renewed) : renewed
  }
  const form = checkForm(values, codeInput)
  const empty = { values: {}, errors: form.errors }
  const wait = await countTry({ request, context }, staff.id)
  if (wait) return tooMany(wait, { values: {}, errors: {} })
  if (!form.input) return invalid(empty)
  const result = await confirmSecondFactor(staff.id, form.input.code.replace(/\s/g, ''))
  if (!('refused' in result)) {
    await uncountTry({ request, context }, staff.id)
    return result
  }
  return result.refused === 'not-allowed' ? invalidField(empty, 'code', 'wrong-code') : refuse(result)
}

/** Who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function SecondFactor() {
  return <SecondFactorPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
