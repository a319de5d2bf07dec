import { randomUUID } from 'node:crypto'
import type { Tx } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { staff, staffAccounts, type Role } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'

type Account = { name: string; email: string; role: Role; organisation: string; signsAs: Translated; areas?: string[] }

/** Inserts an account whose password has this hash, in the caller's transaction; gives its id. */
export async function insertAccount(tx: Tx, account: Account, hash: string): Promise<string> {
  const id = randomUUID()
  const { name, email, role, organisation, signsAs, areas = [] } = account
  await tx
    .insert(staff)
    .values({ id, name, email: email.toLowerCase(), role, organisation, signsAs, areas, emailVerified: true })
  await tx
    .insert(staffAccounts)
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', staffId: id, password: hash })
  await audit(tx, { event: 'account-made', subject: `staff:${id}`, details: { role } })
  return id
}
