import { useTranslation } from 'react-i18next'
import { Choice } from '../staff/choice.tsx'

export type RoleOptions = { roles: readonly string[]; organisations: { value: string; label: string }[] }
type Props = {
  options: RoleOptions
  values: Record<string, string>
  errors: Record<string, string>
}

/** The role that somebody gets, and where. */
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
    </>
  )
}
