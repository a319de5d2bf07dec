import { and, eq, ne } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { may } from './permissions.ts'
import type { Staff } from './staff.ts'

type Which = { of: string; /** Only this one. */ only?: string; /** All but this one. */ except?: string }

/** Ends sessions of one's own account, or of anybody's with the right to edit accounts; gives how many. */
export async function endSessions(by: Staff, { of, only, except }: Which): Promise<{ ended: number }> {
  if (of !== by.id && !may(by, 'staff.edit')) throw new Error('only her own sessions')
  return as({ as: 'auth' }, async (tx) => {
    const gone = await tx
      .delete(staffSessions)
      .where(
        and(
          eq(staffSessions.staffId, of),
          only === undefined ? undefined : eq(staffSessions.id, only),
          except === undefined ? undefined : ne(staffSessions.id, except),
        ),
      )
      .returning({ id: staffSessions.id })
    const details = { sessions: gone.length }
    if (gone.length > 0) await audit(tx, { event: 'sessions-ended', subject: `staff:${of}`, staffId: by.id, details })
    return { ended: gone.length }
  })
}
