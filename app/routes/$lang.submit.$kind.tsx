import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { found } from '#app/http/answers.server.ts'
import { readForm, type FormReply } from '#app/http/forms.server.ts'
import { languageFrom, offeredLanguages } from '#app/http/request.server.ts'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import { submitFormParts } from '#app/http/submit-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DangerBox } from '#app/ui/submit/danger-box.tsx'
import { OtherWays } from '#app/ui/submit/other-ways.tsx'
import { SubmitForm } from '#app/ui/submit/submit-form.tsx'

export const handle = { hydrate: true, texts: ['submit', 'categories', 'map'] }

const kindFrom = (params: { kind?: string | undefined }) => found(openKinds.find((kind) => kind === params.kind))

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const kind = kindFrom(params)
  return { language, kind, title: words(language)(`submit:${kind}.heading`), parts: await submitFormParts(language) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const form = await readForm(request, submitInput, { kind: kindFrom(params) })
  if (!form.input) return again(withPlaceError(form), language)

  const chosen = offeredLanguages().find((tag) => tag === form.input?.language)
  const result = await submit({ ...form.input, language: chosen ?? language })
  if ('refused' in result) {
    const field = result.refused === 'stale-form' ? 'form' : 'place'
    return again({ ...form, errors: { [field]: result.refused } }, language)
  }
  const headers = { 'Set-Cookie': await receiptCookie.keep(result) }
  return redirect(paths.received(language), { status: 303, headers })
}

/** The form again with everything kept; of a text that is too long it is said how long it is. */
function again({ values, errors }: FormReply, language: Language) {
  const written = (values.body ?? '').replaceAll('\r\n', '\n').trim().length
  const counted = { written: formatNumber(language, written), limit: formatNumber(language, bodyLimit) }
  const tooLong = errors.body === 'too-long' ? words(language)('submit:body.tooLong', counted) : undefined
  return data({ values, errors, tooLong }, { status: 422 })
}

/** Tells at the place, where it can be mended, that a point is no point, or that no place was chosen at all. */
function withPlaceError({ values, errors: { lat, lon, ...errors } }: FormReply): FormReply {
  const chosen = [values.lat && values.lon, values.place, values.areaCode].some((value) => value?.trim())
  const place = errors.place ?? (lat || lon ? 'unknown-place' : chosen ? undefined : 'place-missing')
  return { values, errors: place ? { ...errors, place } : errors }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Submit() {
  const { language, kind, title, parts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { values, errors, tooLong } = reply ?? { values: {}, errors: {}, tooLong: undefined }
  const { t } = useTranslation()
  const named = ['category', 'body', 'place', 'areaCode', 'placeNote', 'contactEmail']
  const labels = Object.fromEntries(named.map((name) => [name, t(`submit:short.${name}`)]))
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-4">
        <h1>{title}</h1>
        <p className="text-lg">{t('submit:readers')}</p>
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      <DangerBox />
      <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
        <SubmitForm {...{ kind, language, parts, values, errors, tooLong }} />
        <div className="lg:sticky lg:top-6 lg:max-w-xs">
          <OtherWays beside />
        </div>
      </div>
    </div>
  )
}
