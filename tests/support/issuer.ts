import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Whom the issuer knows; many issuers do not say whether they have verified an address. */
export type Person = { email: string; verified?: boolean }

/** A server on loopback that answers as it is told; gives its address and ends it. */
export async function startServer(answer: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/**
 * A real issuer of single sign-on on loopback, which knows `people` by the name they log in with. `scattered`: it keeps
 * its keys and what it is asked for on another host than the one it is named by.
 */
export async function startIssuer(people: Map<string, Person>, redirectUri: string, { scattered = false } = {}) {
  let callback: (...given: Parameters<RequestListener>) => unknown = () => {}
  const { url, server } = await startServer((request, response) => void callback(request, response))
  const client = { client_id: 'portal', client_secret: 'a secret of the issuer and the portal' }
  const provider = new Provider(url, {
    clients: [{ ...client, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: people.get(id)?.email, email_verified: people.get(id)?.verified }),
    }),
  })
  const otherHost = new URL(url).host.replace('127.0.0.1', 'localhost')
  provider.use(async (ctx, next) => {
    await next()
    if (!scattered || !ctx.path.startsWith('/.well-known/')) return
    const told = ctx.body as Record<string, string>
    for (const name of ['token_endpoint', 'jwks_uri', 'userinfo_endpoint'])
      told[name] = `http://${otherHost}${new URL(told[name]!).pathname}`
  })
  callback = provider.callback()
  return { url, otherHost, client, stop: () => void server.close() }
}

/**
 * Does what a browser does at the issuer: follows its redirects and its forms, logs in under the name, says yes. Gives
 * the address to which it is sent back, outside the issuer.
 */
export async function logInAt(issuer: string, address: string, name: string): Promise<string> {
  const jar = new Map<string, string>()
  const go = async (to: string, body?: URLSearchParams) => {
    const Cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ')
    const answer = await fetch(to, {
      headers: { Cookie },
      redirect: 'manual',
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  let answer = await go(address)
  for (let step = 0; step < 12; step++) {
    const location = answer.headers.get('Location')
    if (location) {
      const next = new URL(location, issuer).href
      if (!next.startsWith(issuer)) return next
      answer = await go(next)
      continue
    }
    const page = await answer.text()
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? []
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? []
    answer = await go(new URL(action, issuer).href, new URLSearchParams({ prompt, login: name, password: 'x' }))
  }
  throw new Error('the issuer never sent anybody back')
}
