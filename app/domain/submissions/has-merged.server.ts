import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'

/** Whether others were merged into a submission that the viewer handles, also from areas that she does not reach. */
export async function hasMerged(tx: Tx, submissionId: string): Promise<boolean> {
  const [row] = await tx.execute<{ merged: boolean }>(sql`select has_merged(${submissionId}) as merged`)
  return row?.merged ?? false
}
