import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { auditAnchors, type AuditChain } from '#db/schema/records.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { hashOfLine, isSigned, linesOf, origin, type Anchor, type LinkedLine } from './chain.server.ts'

/**
 * What is wrong with a chain. `altered`: a line does not follow from the one before it, so that it, or where it stands,
 * has been changed. `removed`: no line has these places any more. `unproven`: what it followed is gone. `cut`: the chain
 * ends before a day's anchor. `anchor`: the line at a day's anchor is another. `forged`: an anchor is not signed by us.
 * `unsigned`: what comes after a place was signed by nobody, as every link of ours is: the chain was made anew, or a day's
 * anchor was removed with the lines before it.
 */
export type Fault =
  | { what: 'altered' | 'unproven'; position: number; id: string; event: string; moment: string }
  | { what: 'removed'; position: number; to: number }
  | { what: 'cut' | 'anchor' | 'forged'; position: number; day: string }
  | { what: 'unsigned'; position: number }

export type Verdict = { faults: Fault[]; lines: number; end: { position: number; hash: string }; unlinked: number }

const atOnce = 2000

/**
 * Computes a chain anew from its first line, and compares it with the anchors, and with one that was kept elsewhere when
 * one is given. For the operator, whose transaction it is; changes nothing.
 */
export async function verifyChain(
  tx: Tx,
  chain: AuditChain,
  kept?: { position: number; hash: string },
): Promise<Verdict> {
  // The anchors first: what is linked meanwhile only makes the chain longer than they say.
  const key = await lastingKey('audit anchors')
  const { anchors, forged } = await anchorsOf(tx, chain, key)
  if (kept) anchors.push({ day: '', ...kept })
  const walk = newWalk(anchors)
  let lines: LinkedLine[]
  do {
    const next = { where: sql`position > ${walk.last.position}`, order: sql`line.position`, limit: atOnce }
    lines = await linesOf<LinkedLine>(tx, chain, next)
    for (const line of lines) step(walk, line)
  } while (lines.length === atOnce)
  const cut = anchors.filter(({ position }) => position > walk.last.position)
  // Asked once more: what was linked meanwhile was signed with it.
  const signed = Math.max(0, ...(await anchorsOf(tx, chain, key)).anchors.map(({ position }) => position))
  const unsigned = walk.last.position > signed ? [{ what: 'unsigned' as const, position: signed }] : []
  const faults = [
    ...walk.faults,
    ...forged,
    ...cut.map(({ day, position }) => fault('cut', day, position)),
    ...unsigned,
  ]
  const waiting = await linesOf(tx, chain, { where: sql`position is null`, order: sql`line.id`, limit: atOnce })
  return { faults, lines: walk.lines, end: walk.last, unlinked: waiting.length }
}

const fault = (what: 'cut' | 'anchor' | 'forged', day: string, position: number): Fault => ({ what, day, position })

async function anchorsOf(tx: Tx, chain: AuditChain, key: Uint8Array) {
  const { day, position, hash, signature } = auditAnchors
  const rows = await tx
    .select({ day, position, hash, signature })
    .from(auditAnchors)
    .where(eq(auditAnchors.chain, chain))
    .orderBy(asc(day))
  const anchors: Anchor[] = rows.filter((row) => isSigned(key, chain, row))
  const forged = rows.filter((row) => !isSigned(key, chain, row)).map((row) => fault('forged', row.day, row.position))
  return { anchors, forged }
}

type Walk = {
  faults: Fault[]
  lines: number
  last: { position: number; hash: string }
  anchors: Map<number, Anchor[]>
}

const newWalk = (anchors: Anchor[]): Walk => ({
  faults: [],
  lines: 0,
  last: origin,
  anchors: Map.groupBy(anchors, ({ position }) => position),
})

/** Takes the next line: is it the next one, does it follow from the last, and is it the one an anchor names? */
function step(walk: Walk, line: LinkedLine): void {
  const position = Number(line.position)
  const { id, event, moment, hash } = line
  const gap = position !== walk.last.position + 1
  if (gap) walk.faults.push({ what: 'removed', position: walk.last.position + 1, to: position - 1 })
  if (gap || hashOfLine(walk.last.hash, position, line) !== hash)
    walk.faults.push({ what: gap ? 'unproven' : 'altered', position, id, event, moment })
  for (const anchor of walk.anchors.get(position) ?? [])
    if (anchor.hash !== hash) walk.faults.push(fault('anchor', anchor.day, position))
  walk.last = { position, hash }
  walk.lines++
}
