import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { hashOfPassword } from './auth.server.ts'
import { replacePassword } from './replace-password.server.ts'

/** Gives an account a new password and ends its sessions. Refuses an address that nobody has. */
export async function setPassword(email: string, password: string): Promise<Refused | { id: string }> {
  const hash = await hashOfPassword(password)
  return as({ as: 'auth' }, async (tx) => {
    const [row] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email.toLowerCase()))
    if (!row) return { refused: 'no-such-person' }
    await replacePassword(tx, row.id, { hash })
    return { id: row.id }
  })
}
