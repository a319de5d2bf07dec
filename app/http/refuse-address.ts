import type { IncomingMessage, ServerResponse } from 'node:http'

const methods = ['GET', 'HEAD', 'POST']

/**
 * Refuses what no route of ours can answer: another method than GET, HEAD and POST (405), or a target that is no address
 * (400). What is an address is made plain first, so that all that reads it reads the same. True when it was refused,
 * and answered.
 */
export function refuseAddress(request: IncomingMessage, response: ServerResponse): boolean {
  const address = plainAddress(request.url ?? '/')
  if (address === undefined) return refuse(response, 400)
  request.url = address
  if (methods.includes(request.method ?? '')) return false
  response.setHeader('Allow', methods.join(', '))
  return refuse(response, 405)
}

/** By this parameter the framework answers a single route of any page, an older way that no page of ours goes. */
const bypass = '_data'

function refuse(response: ServerResponse, status: number): true {
  response.writeHead(status, { Connection: 'close' }).end()
  return true
}

/**
 * The target of a request as a path of ours with its query; undefined when it is none. It has one slash at its head (two
 * would name a host), no backslash, and only signs that can be decoded. It does not ask for a part of a page by itself. No text in the database can hold a NUL, so no
 * address of ours has one: it becomes a sign that none has either.
 */
export function plainAddress(target: string): string | undefined {
  const whole = /^https?:/i.test(target) ? URL.parse(target) : undefined
  const address = whole ? whole.pathname + whole.search : target
  if (!address.startsWith('/')) return undefined
  const [path = '', ...query] = address.replaceAll('%00', '%EF%BF%BD').split('?')
  if (new URLSearchParams(query.join('?')).has(bypass)) return undefined
  const plain = decodable(path.replaceAll('\\', '%5C').replace(/^\/+/, '/'))
  return [plain, ...query].join('?')
}

/** A path that cannot be decoded is nobody's; with its percent signs taken as such it is one that is not there. */
function decodable(path: string): string {
  try {
    decodeURIComponent(path)
    return path
  } catch {
    return path.replaceAll('%', '%25')
  }
}
