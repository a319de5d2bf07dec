import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { PartySize } from './party-size.tsx'
import type { SignUpParts, ToldBooking } from './told.ts'

type Props = {
  booking: ToldBooking
  action: string
  sizes: SignUpParts['sizes']
  values: Record<string, string>
  errors: Record<string, string>
}

/** The form to change how many come and what they need. */
export function ChangeForm({ booking, action, sizes, values, errors }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="change" className="flex max-w-text flex-col gap-5">
      <h2 id="change">{t('bookings:change.title')}</h2>
      <form method="post" action={action} noValidate className="flex flex-col gap-6">
        <PartySize
          label={t('bookings:change.partySize')}
          hint={t(booking.state === 'waitlisted' ? 'bookings:change.stillInLine' : 'bookings:change.partySizeHint')}
          sizes={sizes}
          value={values.partySize ?? String(booking.partySize)}
          error={errors.partySize}
        />
        <Field name="needs" label={t('bookings:change.needs')} error={errors.needs} optional>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={3}
              dir="auto"
              defaultValue={values.needs ?? booking.needs}
              className="control"
            />
          )}
        </Field>
        <button type="submit" name="verb" value="change" className="button sm:self-start">
          {t('bookings:change.save')}
        </button>
      </form>
    </section>
  )
}
