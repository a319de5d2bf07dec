import { useTranslation } from 'react-i18next'
import { Choice } from '../staff/choice.tsx'

type Option = { value: string; label: string }
export type RoleOptions = { roles: readonly string[]; organisations: Option[]; areas: Option[] }
type Props = {
  options: RoleOptions
  values: Record<string, string>
  errors: Record<string, string>
}

/** The role that somebody gets, where, and for which areas. */
export function RoleFields({ options, values, errors }: Props) {
  const { t } = useTranslation()
  const roles = options.roles.map((role) => ({ value: role, label: t(`staff:role.${role}.name`) }))
  return (
    <>
      <Choice
        {...{ name: 'role', label: t('account:people.role'), options: roles, value: values.role, error: errors.role }}
        none={t('account:people.choose')}
      />
      <Choice
        {...{ name: 'organisation', label: t('account:people.organisation'), options: options.organisations }}
        {...{ value: values.organisation, error: errors.organisation, none: t('account:people.choose') }}
      />
      <Areas areas={options.areas} ticked={values.areas?.split(',') ?? []} />
    </>
  )
}

/** The areas to limit somebody to; they are posted by the one name, each that is ticked. */
function Areas({ areas, ticked }: { areas: Option[]; ticked: string[] }) {
  const { t } = useTranslation()
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby="areas-hint">
      <legend className="font-bold">{t('account:people.areas')}</legend>
      <p id="areas-hint" className="text-ink-soft">
        {t('account:people.areasHint')}
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {areas.map(({ value, label }) => (
          <li key={value}>
            <label className="inline-flex min-h-[2.75rem] items-center gap-3">
              <input
                type="checkbox"
                name="areas"
                value={value}
                defaultChecked={ticked.includes(value)}
                className="h-5 w-5 shrink-0 accent-accent"
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
