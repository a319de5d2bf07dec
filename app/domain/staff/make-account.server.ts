import { as } from '#db/client.server.ts'
import { hashOfPassword } from './auth.server.ts'
import { insertAccount } from './insert-account.server.ts'

type Account = Parameters<typeof insertAccount>[1] & { password: string }

/** Makes an account that can sign in with a password; gives its id. Throws when the address is taken. */
export async function makeAccount({ password, ...account }: Account): Promise<string> {
  const hash = await hashOfPassword(password)
  return as({ as: 'auth' }, (tx) => insertAccount(tx, account, hash))
}
