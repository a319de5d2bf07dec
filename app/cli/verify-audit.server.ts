import { as } from '#db/client.server.ts'
import { auditChains, type AuditChain } from '#db/schema/records.ts'
import { verifyChain, type Fault, type Verdict } from '#app/domain/audit/verify-chain.server.ts'
import { CommandError } from './command-error.ts'

/** How many faults of a chain are told one by one. */
const told = 50

const names: Record<AuditChain, string> = { audit: 'audit', tips: 'audit of tips' }

/**
 * Computes the chains of audit lines anew and tells what is wrong with them, one fault to a line. `kept` is where the
 * chain once ended, POSITION:HASH, as the log of a day says it. Refuses a text that is no such thing.
 */
export async function verifyAudit(kept: string | undefined): Promise<{ sound: boolean; told: string }> {
  const anchor = kept === undefined ? undefined : readAnchor(kept)
  const lines: string[] = []
  let sound = true
  for (const chain of auditChains) {
    const verdict = await as({ as: 'seed' }, (tx) => verifyChain(tx, chain, chain === 'audit' ? anchor : undefined))
    sound &&= verdict.faults.length === 0
    lines.push(...inWords(names[chain], verdict))
  }
  return { sound, told: lines.join('\n') }
}

function readAnchor(text: string): { position: number; hash: string } {
  const [, position, hash] = /^(\d{1,15}):([\da-f]{64})$/.exec(text.trim()) ?? []
  if (!position || !hash) throw new CommandError('--anchor must be POSITION:HASH, as the log says it')
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
    case 'forged':
      return `${on} was not signed by this portal`
  }
}

const placeOf = ({ position, id, event, moment }: { position: number; id: string; event: string; moment: string }) =>
  `${position} (id ${id}, ${event}, ${moment})`
