import { as } from '#db/client.server.ts'
import { auditChains, type AuditChain } from '#db/schema/records.ts'
import { openEnd } from '#app/domain/audit/sealed-end.ts'
import { verifyChain, type Fault, type Verdict } from '#app/domain/audit/verify-chain.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { CommandError } from './command-error.ts'

/** How many faults of a chain are told one by one. */
const told = 50

const names: Record<AuditChain, string> = { audit: 'audit', tips: 'audit of tips' }

/** Where each chain once ended, as the log of a day says it. */
type Kept = Partial<Record<AuditChain, string | undefined>>

/**
 * Computes the chains of audit lines anew and tells what is wrong with them, one fault to a line. `kept` is where they
 * once ended, POSITION:HASH, that of tips sealed as the log has it. Refuses a text that is no such thing.
 */
export async function verifyAudit(kept: Kept = {}): Promise<{ sound: boolean; told: string }> {
  const anchors = {
    audit: kept.audit === undefined ? undefined : readAnchor('--anchor', kept.audit),
    tips: kept.tips === undefined ? undefined : readAnchor('--tips-anchor', await opened(kept.tips)),
  }
  const lines: string[] = []
  let sound = true
  for (const chain of auditChains) {
    const verdict = await as({ as: 'seed' }, (tx) => verifyChain(tx, chain, anchors[chain]))
    sound &&= verdict.faults.length === 0
    lines.push(...inWords(names[chain], verdict))
  }
  return { sound, told: lines.join('\n') }
}

/** As the log has it, or as this command told it before. */
const opened = async (text: string): Promise<string> => openEnd(await lastingKey('audit anchors'), text.trim()) ?? text

function readAnchor(option: string, text: string): { position: number; hash: string } {
  const [, position, hash] = /^(\d{1,15}):([\da-f]{64})$/.exec(text.trim()) ?? []
  if (!position || !hash) throw new CommandError(`${option} must be as the log says it, or POSITION:HASH`)
  return { position: Number(position), hash }
}

function inWords(name: string, { faults, lines, end, unlinked }: Verdict): string[] {
  const rest = faults.length - told
  return [
    ...faults.slice(0, told).map((fault) => `${name}: ${whatIsWrong(fault)}`),
    ...(rest > 0 ? [`${name}: and ${rest} more`] : []),
    `${name}: ${lines} lines${faults.length === 0 ? ', every one as it was written' : `, ${faults.length} faults`}`,
    ...(lines > 0 ? [`${name}: ends at ${end.position}:${end.hash}`] : []),
    ...(unlinked > 0 ? [`${name}: ${unlinked} or more lines wait for the worker to link them`] : []),
  ]
}

function whatIsWrong(fault: Fault): string {
  const on = 'day' in fault && fault.day ? `the anchor of ${fault.day}` : 'the anchor given'
  switch (fault.what) {
    case 'altered':
      return `line ${placeOf(fault)} was altered or moved: it does not follow from the line before it`
    case 'unproven':
      return `line ${placeOf(fault)} cannot be proved, since what it followed is gone`
    case 'removed':
      return fault.to > fault.position
        ? `lines ${fault.position} to ${fault.to} were removed`
        : `line ${fault.position} was removed`
    case 'cut':
      return `lines were removed from the end: ${on} stands at ${fault.position}`
    case 'anchor':
      return `line ${fault.position} is not the one that ${on} names`
    case 'unsigned':
      return `what comes after ${fault.position} was not signed: the chain was made anew, or anchors were removed`
    case 'forged':
      return `${on} was not signed by this portal`
  }
}

const placeOf = ({ position, id, event, moment }: { position: number; id: string; event: string; moment: string }) =>
  `${position} (id ${id}, ${event}, ${moment})`
