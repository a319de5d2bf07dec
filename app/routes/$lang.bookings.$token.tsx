import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { cancelBooking } from '#app/domain/dialogues/cancel-booking.server.ts'
import { changeBooking } from '#app/domain/dialogues/change-booking.server.ts'
import { bookingInput } from '#app/domain/dialogues/input.server.ts'
import { takesChanges } from '#app/domain/dialogues/stages.ts'
import { found, refuse } from '#app/http/answers.server.ts'
import { dialogueFrom } from '#app/http/dialogue-from.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { partySizes } from '#app/http/sign-up-form.server.ts'
import { tellBooking } from '#app/http/tell-booking.server.ts'
import { tellListed } from '#app/http/tell-dialogues.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { BookingFacts } from '#app/ui/dialogues/booking-facts.tsx'
import { BookingKey } from '#app/ui/dialogues/booking-key.tsx'
import { BookingState } from '#app/ui/dialogues/booking-state.tsx'
import { CancelQuestion, CancelStart } from '#app/ui/dialogues/cancel-step.tsx'
import { ChangeForm } from '#app/ui/dialogues/change-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export async function loader({ request, params: { token = '', ...params } }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const booking = found(await findBooking(token))
  const dialogue = await dialogueFrom(booking)
  const address = paths.booking(language, token)
  const mayChange = booking.state !== 'cancelled' && takesChanges(dialogue, new Date())
  const step = new URL(request.url).searchParams.get('step')
  return {
    ...{ language, address, mayChange },
    title: words(language)('bookings:title'),
    step: step === 'saved' || (step === 'cancel' && mayChange) ? step : undefined,
    dialogue: tellListed(language, dialogue),
    booking: tellBooking(language, booking, { dialogue, link: settings().baseUrl + address }),
    sizes: partySizes(language, Math.max(dialogue.largestParty, booking.partySize)),
  }
}

export async function action({ request, params: { token = '', ...params } }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const booking = found(await findBooking(token))
  const { largestParty } = await dialogueFrom(booking)
  const form = await readForm(request, bookingInput(Math.max(largestParty, booking.partySize)))
  if (!form.input) return invalid(form)

  const cancels = form.input.verb === 'cancel'
  const result = form.input.verb === 'cancel' ? await cancelBooking(token) : await changeBooking(token, form.input)
  if (!('refused' in result)) return redirect(paths.booking(language, token) + (cancels ? '' : '?step=saved'), 303)
  return result.refused === 'no-room-for-party' || result.refused === 'party-too-big'
    ? invalidField(form, 'partySize', result.refused)
    : refuse(result)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  { name: 'robots', content: 'noindex' },
]

export default function Booking() {
  const { language, address, mayChange, step, dialogue, booking, sizes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { values, errors } = reply && 'values' in reply ? reply : { values: {}, errors: {} }
  const { t } = useTranslation()
  const { state } = booking
  const labels = { partySize: t('bookings:change.partySize'), needs: t('bookings:change.needs') }
  if (step === 'cancel') {
    return (
      <div className="flex flex-col gap-8">
        <CancelQuestion action={address} />
        <BookingFacts booking={booking} dialogue={dialogue} language={language} />
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-8">
      <ErrorSummary errors={errors} labels={labels} />
      {reply && 'refused' in reply && (
        <Notice tone="danger" role="alert">
          <p>{t(`errors:refusal.${reply.refused}`)}</p>
        </Notice>
      )}
      {step === 'saved' && (
        <p role="status" className="font-bold text-accent">
          ✓ {t('bookings:saved')}
        </p>
      )}
      {dialogue.stage === 'cancelled' && (
        <Notice tone="danger">
          <p className="font-bold">{t('bookings:dialogueCancelled')}</p>
        </Notice>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-12">
        <div className="flex flex-col gap-6">
          <BookingState booking={booking} title={booking.standing} />
          <BookingFacts booking={booking} dialogue={dialogue} language={language} />
          <p className="flex flex-wrap gap-3">
            {state === 'confirmed' && dialogue.stage !== 'cancelled' && (
              <a className="button-quiet" href={`${paths.dialogueCalendar(dialogue.slug)}?lang=${language}`}>
                {t('bookings:calendar')}
              </a>
            )}
            <a className="button-quiet" href={paths.dialogue(language, dialogue.slug)}>
              {t('bookings:again')}
            </a>
          </p>
          {state !== 'cancelled' && <BookingKey link={booking.link} only={booking.email === null} />}
        </div>
        <div className="flex flex-col gap-8">
          {mayChange && <ChangeForm {...{ booking, sizes, values, errors }} action={address} />}
          {mayChange && <CancelStart action={address} />}
          {!mayChange && state !== 'cancelled' && dialogue.stage !== 'cancelled' && <p>{t('bookings:over')}</p>}
        </div>
      </div>
    </div>
  )
}
