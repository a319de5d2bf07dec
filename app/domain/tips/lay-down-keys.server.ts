import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * Takes from a person, in the transaction that closes her account or changes her role, all that opens tips: from then on
 * she opens none, and the next holder who opens them puts a new key in place. False, and nothing is done, when fewer than
 * two active holders would be left. Who holds nothing lays nothing down. Neither how long it takes nor what it gives
 * depends on whether there are tips.
 */
export async function layDownKeys(tx: Tx, { person, by }: { person: string; by: Staff }): Promise<boolean> {
  const [row] = await tx.execute<{ done: boolean }>(sql`select lay_down_keys(${person}, ${by.id}) as done`)
  return row!.done
}
