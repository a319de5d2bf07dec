import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { registers, type registerNames } from '#db/schema/records.ts'
import type { Authority } from '#db/schema/staff.ts'

/** What a number of each register begins with. */
const prefixes: Record<(typeof registerNames)[number], Record<Authority, string>> = {
  submissions: { polisen: 'POL', goteborg: 'GBG' },
  tips: { polisen: 'POL-T', goteborg: 'GBG-T' },
}

type Register = { authority: Authority; register: (typeof registerNames)[number] }

/**
 * The next number of a register in the year that `now` lies in, in Stockholm: `GBG-2026-000123`. Taken in the caller's
 * transaction, that of the worker, and given back when it fails, so that the series has no gap.
 */
export async function nextNumber(tx: Tx, { authority, register }: Register, now: Date) {
  const year = Number(now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric' }))
  const [next] = await tx
    .insert(registers)
    .values({ authority, register, year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [registers.authority, registers.register, registers.year],
      set: { lastNumber: sql`${registers.lastNumber} + 1` },
    })
    .returning({ number: registers.lastNumber })
  const { number } = next!
  return { year, number, text: `${prefixes[register][authority]}-${year}-${String(number).padStart(6, '0')}` }
}
