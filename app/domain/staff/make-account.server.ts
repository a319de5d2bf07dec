import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import type { Role } from '#db/schema/staff.ts'
import { hashOfPassword } from './auth.server.ts'
import { insertAccount } from './insert-account.server.ts'

type Account = { name: string; email: string; password: string; role: Role; organisation: string; signsAs: Translated }

/** Makes an account that can sign in with a password; gives its id. Throws when the address is taken. */
export async function makeAccount({ password, ...account }: Account): Promise<string> {
  const hash = await hashOfPassword(password)
  return as({ as: 'auth' }, (tx) => insertAccount(tx, account, hash))
}
