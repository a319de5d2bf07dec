import { setTimeout as pause } from 'node:timers/promises'
import { linkAuditLines } from '#app/domain/audit/link-audit-lines.server.ts'
import { nameOfFailure } from '#app/domain/records/name-of-failure.server.ts'
import { log } from './job-log.server.ts'

/** How long audit lines may wait to be linked, in milliseconds. */
const every = 2_000

/** Links new audit lines into their chains every two seconds, until the function that is given is called. */
export function startLinking(): () => Promise<void> {
  const end = new AbortController()
  const done = linkOnAndOn(end.signal)
  return () => {
    end.abort()
    return done
  }
}

async function linkOnAndOn(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await linkAuditLines().catch((failure: unknown) =>
      log.error({ error: nameOfFailure(failure) }, 'audit lines could not be linked'),
    )
    await pause(every, undefined, { signal }).catch(() => undefined)
  }
}
