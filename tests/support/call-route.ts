import type { AppLoadContext } from '@remix-run/node'

type Call = (given: { request: Request; params: Record<string, string>; context: AppLoadContext }) => unknown
type Route = { loader?: unknown; action?: unknown }
type Visit = {
  params?: Record<string, string>
  fields?: Record<string, string>
  /** What is posted instead of fields: a form that carries files. */
  body?: FormData
  cookie?: string | undefined
  address?: string
}

/** What a route answered: its status, its headers and what its page is drawn from. */
export type Answer = { status: number; headers: Headers; data: unknown }

/** Asks a route for its page, as a browser does that sends `cookie` from `address`. */
export const get = (route: Route, path: string, visit: Visit = {}): Promise<Answer> =>
  answerOf(route.loader as Call, new Request(`http://localhost:3000${path}`, { headers: headersOf(visit) }), visit)

/** Posts a form to a route. */
export function post(route: Route, path: string, visit: Visit = {}): Promise<Answer> {
  const body = visit.body ?? new URLSearchParams(visit.fields)
  const request = new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers: headersOf(visit) })
  return answerOf(route.action as Call, request, visit)
}

const headersOf = ({ cookie }: Visit): Record<string, string> => (cookie ? { Cookie: cookie } : {})

async function answerOf(call: Call, request: Request, visit: Visit): Promise<Answer> {
  const { params = { lang: 'sv' }, address = '192.0.2.1' } = visit
  const result = await Promise.resolve(call({ request, params, context: { address } })).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (result instanceof Response) return { status: result.status, headers: result.headers, data: undefined }
  if (!hasInit(result)) return { status: 200, headers: new Headers(), data: result }
  return { status: result.init?.status ?? 200, headers: new Headers(result.init?.headers), data: result.data }
}

const hasInit = (result: unknown): result is { data: unknown; init: ResponseInit | null } =>
  typeof result === 'object' && result !== null && 'init' in result && 'data' in result

/** The cookie that an answer sets, as the browser sends it back; undefined when it sets none or forgets it. */
export function cookieFrom({ headers }: Answer): string | undefined {
  const [cookie] = headers.getSetCookie()
  return cookie && !cookie.includes('Max-Age=0') ? cookie.split(';')[0] : undefined
}
