import type { Tx } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { BellOwner } from './bell-under-code.server.ts'

type Asked = { email: string; language: string } & BellOwner

/**
 * Keeps an address that asks to be told of news, and queues the mail that asks it to confirm; until then it is silent.
 * Where a bell hangs already, that one stays.
 */
export async function askBell(tx: Tx, asked: Asked): Promise<void> {
  const [made] = await tx.insert(bells).values(asked).onConflictDoNothing().returning({ id: bells.id })
  if (!made) return
  await audit(tx, { event: 'bell-asked', subject: `bell:${made.id}` })
  await enqueue(tx, 'confirm-bell', { bellId: made.id })
}
