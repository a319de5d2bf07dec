import { as } from '#db/client.server.ts'
import type { Refused } from '../refusals.ts'
import { hashOfPassword } from './auth.server.ts'
import { isPasswordOf } from './is-password-of.server.ts'
import { passwordFault, type PasswordFault } from './password-fault.server.ts'
import { replacePassword } from './replace-password.server.ts'
import type { Signed } from './queries.server.ts'

type Change = { current: string; password: string }

/**
 * Changes the password of the person who is signed in, who knows the old one; her other sessions end. Refuses a wrong
 * old password (`not-allowed`), and tells what is wrong with the new one. The caller has counted the try.
 */
export async function changePassword(
  { staff, session, email }: Signed,
  { current, password }: Change,
): Promise<Refused | { fault: PasswordFault } | { id: string }> {
  if (!(await isPasswordOf(staff.id, current))) return { refused: 'not-allowed' }
  const fault = passwordFault(password, [staff.name, email])
  if (fault) return { fault }
  const hash = await hashOfPassword(password)
  await as({ as: 'auth' }, (tx) => replacePassword(tx, staff.id, { hash, keep: session.id }))
  return { id: staff.id }
}
