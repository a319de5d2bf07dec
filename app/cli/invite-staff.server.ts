import { z } from 'zod'
import { as } from '#db/client.server.ts'
import { organisations, roles, type Role } from '#db/schema/staff.ts'
import { invitationHours } from '#app/domain/staff/invitations.server.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { CommandError } from './command-error.ts'

type Wanted = { role?: string; organisation?: string; name?: string; 'signs-as'?: string }

/** Where a role usually belongs, when nothing else is said. */
const usualOrganisation: Partial<Record<Role, string>> = {
  admin: 'goteborg',
  officer: 'polisen',
  coordinator: 'trygghetssamordningen',
}

/**
 * Invites somebody and gives the lines that tell the link by which she chooses her password; it is mailed too. Refuses,
 * in one line, an address, a role or an organisation that is none, and an address that has an account.
 */
export async function inviteStaff(email: string | undefined, wanted: Wanted): Promise<string> {
  const address = z.email().max(254).safeParse(email?.toLowerCase())
  if (!address.success) throw new CommandError('EMAIL must be an e-mail address')
  const role = roles.find((known) => known === wanted.role)
  if (!role) throw new CommandError(`--role must be one of ${roles.join(', ')}`)
  const organisation = await organisationNamed(wanted.organisation ?? usualOrganisation[role])
  const result = await invite(undefined, {
    ...{ email: address.data, name: wanted.name ?? address.data, role, organisation: organisation.slug },
    signsAs: { sv: wanted['signs-as'] ?? organisation.name },
  })
  if ('refused' in result) throw new CommandError(whyNot(result.refused, address.data, role))
  return [
    `${address.data} is invited as ${role} of ${organisation.name}, and chooses a password at:`,
    `  ${settings().baseUrl}${paths.staffInvitation(result.token)}`,
    `The link is mailed too. It holds once, for ${invitationHours} hours; whoever has it can take up the account.`,
  ].join('\n')
}

const whyNot = (refused: string, address: string, role: Role): string =>
  refused === 'address-taken'
    ? `${address} has an account already`
    : `--organisation must be one in which somebody can be ${role}`

async function organisationNamed(slug: string | undefined): Promise<{ slug: string; name: string }> {
  if (!slug) throw new CommandError('--organisation is needed for this role')
  const all = await as({ as: 'auth' }, (tx) =>
    tx.select({ slug: organisations.slug, name: organisations.name }).from(organisations),
  )
  const found = all.find((organisation) => organisation.slug === slug)
  if (!found) throw new CommandError(`--organisation must be one of ${all.map((one) => one.slug).join(', ')}`)
  return found
}
