import type { Tx } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { enqueue } from '../queue.server.ts'

type Asked = { email: string; language: string } & ({ submissionId: string } | { followerId: string })

/** Keeps an address that asks to be told of news, and queues the mail that asks it to confirm; until then it is silent. */
export async function askBell(tx: Tx, asked: Asked): Promise<void> {
  const [made] = await tx.insert(bells).values(asked).onConflictDoNothing().returning({ id: bells.id })
  if (made) await enqueue(tx, 'confirm-bell', { bellId: made.id })
}
