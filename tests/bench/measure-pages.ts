import { measure, someWay, wordsBy, type Timed } from './measure-queue.ts'
import type { TrialPortal } from './trial-portal.ts'

/**
 * How long the portal takes to answer a coordinator's browser with all that a page of the queue, a search and the page of
 * a case hold, in milliseconds: the same ways of asking as of the database alone, with everything around them.
 */
export async function measurePages({
  address,
  cookie,
}: TrialPortal): Promise<Record<'queue' | 'search' | 'open', Timed>> {
  const read = async (page: string, query: Record<string, string> = {}) => {
    const answer = await fetch(`${address}${page}.data?${new URLSearchParams(query).toString()}`, {
      headers: { Cookie: cookie },
    })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    return text
  }
  const listed = await Promise.all(['open', 'closed', 'answered'].map((status) => read('/staff/queue', { status })))
  const refs = [
    ...new Set(
      listed.flatMap((text) => text.match(/\b[\dA-Z]{4}-[\dA-Z]{4}\b/g) ?? []).filter((ref) => /[A-Z]/.test(ref)),
    ),
  ]
  return {
    queue: await measure((pick) => read('/staff/queue', someWay(pick))),
    search: await measure((pick) => read('/staff/queue', { status: 'all', q: wordsBy(pick) })),
    open: await measure((pick) => read(`/staff/submissions/${pick(refs)}`)),
  }
}
