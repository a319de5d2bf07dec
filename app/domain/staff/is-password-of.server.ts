import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffAccounts } from '#db/schema/staff.ts'
import { auth, hashOfPassword } from './auth.server.ts'

/** Whether it is the password of the account. Where there is no account (or no password) it takes as long to say no. */
export async function isPasswordOf(staffId: string | undefined, password: string): Promise<boolean> {
  const [row] = staffId
    ? await as({ as: 'auth' }, (tx) =>
        tx
          .select({ hash: staffAccounts.password })
          .from(staffAccounts)
          .where(and(eq(staffAccounts.staffId, staffId), eq(staffAccounts.providerId, 'credential'))),
      )
    : []
  if (!row?.hash) {
    await hashOfPassword(password)
    return false
  }
  return (await auth().$context).password.verify({ hash: row.hash, password })
}
