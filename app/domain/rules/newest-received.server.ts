import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import type { Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { visibleTo } from '../submissions/visible-to.server.ts'

/** On how many of the newest submissions rules are tried. */
const triedOn = 500

/** The newest submissions that her authority has received, with all that rules look at. */
export const newestReceived = (tx: Tx, staff: Staff & { authority: Authority }) =>
  tx
    .select({
      ...{ ref: submissions.ref, kind: submissions.kind, category: submissions.category, areaName: areas.name },
      ...{ areaCode: submissions.areaCode, createdAt: submissions.createdAt, body: submissions.body },
      ...{ placeNote: submissions.placeNote, writtenIn: submissions.writtenIn, language: submissions.language },
      receivingAuthority: submissions.receivingAuthority,
    })
    .from(submissions)
    .innerJoin(areas, eq(areas.code, submissions.areaCode))
    .where(and(eq(submissions.receivingAuthority, staff.authority), visibleTo(staff)))
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(triedOn)
