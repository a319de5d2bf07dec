import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { secrecyMarks } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'

/** The marks of secrecy on a case, lifted ones too, the oldest first; whoever asks must have found that she may see it. */
export const secrecyMarksOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({
        ...{ id: secrecyMarks.id, what: secrecyMarks.what, law: secrecyMarks.law, byName: people.name },
        ...{ markedAt: secrecyMarks.markedAt, liftedAt: secrecyMarks.liftedAt },
      })
      .from(secrecyMarks)
      .innerJoin(people, eq(people.id, secrecyMarks.staffId))
      .where(eq(secrecyMarks.submissionId, submissionId))
      .orderBy(asc(secrecyMarks.markedAt)),
  )
