import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { as } from '#db/client.server.ts'
import { organisations, roles, staff, type Role } from '#db/schema/staff.ts'
import { makeAccount } from '#app/domain/staff/make-account.server.ts'
import { CommandError } from './command-error.ts'

type Wanted = { role?: string; organisation?: string; name?: string; 'signs-as'?: string }

/** Where a role usually belongs, when nothing else is said. */
const usualOrganisation: Partial<Record<Role, string>> = {
  admin: 'goteborg',
  officer: 'polisen',
  coordinator: 'trygghetssamordningen',
}

/**
 * Makes an account and gives the lines that tell its first password; the password is kept nowhere. Refuses, in one
 * line, an address, a role or an organisation that is none, and an address that has an account.
 */
export async function inviteStaff(email: string | undefined, wanted: Wanted): Promise<string> {
  const address = z.email().max(254).safeParse(email?.toLowerCase())
  if (!address.success) throw new CommandError('EMAIL must be an e-mail address')
  const role = roles.find((known) => known === wanted.role)
  if (!role) throw new CommandError(`--role must be one of ${roles.join(', ')}`)
  const organisation = await organisationNamed(wanted.organisation ?? usualOrganisation[role])
  const [taken] = await as({ as: 'auth' }, (tx) =>
    tx.select({ id: staff.id }).from(staff).where(eq(staff.email, address.data)),
  )
  if (taken) throw new CommandError(`${address.data} has an account already`)

  const password = randomBytes(18).toString('base64url')
  const signsAs = { sv: wanted['signs-as'] ?? organisation.name }
  const name = wanted.name ?? address.data
  await makeAccount({ name, email: address.data, password, role, organisation: organisation.slug, signsAs })
  return [
    `${address.data} can sign in at /staff as ${role} of ${organisation.name}, with this password:`,
    `  ${password}`,
    'It is shown this once and kept nowhere. Pass it on in a safe way: changing it, and an invitation that expires, come later.',
  ].join('\n')
}

async function organisationNamed(slug: string | undefined): Promise<{ slug: string; name: string }> {
  if (!slug) throw new CommandError('--organisation is needed for this role')
  const all = await as({ as: 'auth' }, (tx) =>
    tx.select({ slug: organisations.slug, name: organisations.name }).from(organisations),
  )
  const found = all.find((organisation) => organisation.slug === slug)
  if (!found) throw new CommandError(`--organisation must be one of ${all.map((one) => one.slug).join(', ')}`)
  return found
}
