import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffPasskeys, staffSecondFactors } from '#db/schema/staff.ts'
import { removeSecondFactor } from '#app/domain/staff/remove-second-factor.server.ts'
import { CommandError } from './command-error.ts'

/**
 * Takes the second factor and the passkeys of somebody out of use who has lost them and has nobody else to turn to, and
 * ends her sessions; she signs in with her password and sets up a new one. Refuses, in one line, an address that has no
 * open account, and an account that has neither.
 */
export async function resetSecondFactor(email: string | undefined): Promise<string> {
  const address = email?.trim().toLowerCase()
  if (!address) throw new CommandError('EMAIL is needed: the address of the account')
  const found = await as({ as: 'auth' }, async (tx) => {
    const account = and(eq(staff.email, address), isNull(staff.deactivatedAt))
    const [person] = await tx.select({ id: staff.id }).from(staff).where(account)
    if (!person) return undefined
    const [factor] = await tx.select().from(staffSecondFactors).where(eq(staffSecondFactors.staffId, person.id))
    const keys = await tx.select().from(staffPasskeys).where(eq(staffPasskeys.staffId, person.id))
    return { ...person, has: factor !== undefined || keys.length > 0 }
  })
  if (!found) throw new CommandError(`${address} has no open account`)
  if (!found.has) throw new CommandError(`${address} has no second factor and no passkey`)
  await removeSecondFactor(undefined, found.id)
  return [
    `${address} has no second factor and no passkeys any more, and is signed out everywhere.`,
    'The next sign-in takes the password alone, and leads to setting up a new one where the role demands it.',
  ].join('\n')
}
