import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import type { Status } from '#db/schema/submissions.ts'

/**
 * Where a merged submission goes on, as its resident may know it: how the other case stands, its ref when everybody can
 * read it, and the answer that was given to everybody. Asked under her code; undefined when hers is not merged.
 */
export async function wentOn(tx: Tx) {
  const [other] = await tx.execute<{ status: Status; statusAt: string; publicRef: string | null }>(
    sql`select status, status_at as "statusAt", public_ref as "publicRef" from went_on()`,
  )
  if (!other) return undefined
  const answers = await tx.execute<{ body: Translated; signedAs: Translated; givenAt: string }>(
    sql`select body, signed_as as "signedAs", given_at as "givenAt" from answers_where_it_went_on() order by version desc limit 1`,
  )
  const [answer] = answers.map((one) => ({ ...one, givenAt: new Date(one.givenAt) }))
  return { ...other, statusAt: new Date(other.statusAt), answer }
}
