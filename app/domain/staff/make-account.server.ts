import { randomUUID } from 'node:crypto'
import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { staff, staffAccounts, type Role } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { auth } from './auth.server.ts'

type Account = { name: string; email: string; password: string; role: Role; organisation: string; signsAs: Translated }

/** Makes an account that can sign in with a password; gives its id. Throws when the address is taken. */
export async function makeAccount({ password, ...account }: Account): Promise<string> {
  const hash = await (await auth().$context).password.hash(password)
  const id = randomUUID()
  await as({ as: 'auth' }, async (tx) => {
    await tx.insert(staff).values({ id, ...account, email: account.email.toLowerCase(), emailVerified: true })
    await tx
      .insert(staffAccounts)
      .values({ id: randomUUID(), accountId: id, providerId: 'credential', staffId: id, password: hash })
    await audit(tx, { event: 'account-made', subject: `staff:${id}`, details: { role: account.role } })
  })
  return id
}
