import * as oidc from 'openid-client'
import { paths } from '#app/paths.ts'
import { settings, type SingleSignOn } from '#app/settings.server.ts'

/** What must come back with the person, and what proves that we are the ones who asked. */
export type Asked = { state: string; nonce: string; verifier: string }

/** Who the issuer says has come back, and when she last signed in there, as far as it tells. */
export type Claims = {
  issuer: string
  subject: string
  email: string | undefined
  emailVerified: boolean
  signedInAt: Date | undefined
}

/**
 * Where somebody goes to sign in at the issuer, and what must come back with her; `anew` where she must do so even if she
 * is signed in there.
 */
export async function askIssuer(
  chosen: SingleSignOn,
  { anew = false } = {},
): Promise<{ address: string; asked: Asked }> {
  const asked = {
    ...{ state: oidc.randomState(), nonce: oidc.randomNonce() },
    verifier: oidc.randomPKCECodeVerifier(),
  }
  const address = oidc.buildAuthorizationUrl(await issuerOf(chosen), {
    ...{ redirect_uri: backAt(), scope: 'openid email', state: asked.state, nonce: asked.nonce },
    ...(anew ? { prompt: 'login', max_age: '0' } : {}),
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier), code_challenge_method: 'S256' },
  })
  return { address: address.href, asked }
}

/**
 * Whom the issuer vouches for, by the address to which it has sent her back. Throws when anything about the answer is not
 * right: the state, the nonce, the signature, the audience, the time.
 */
export async function claimsFrom(chosen: SingleSignOn, search: string, asked: Asked): Promise<Claims> {
  const issuer = await issuerOf(chosen)
  const tokens = await oidc.authorizationCodeGrant(issuer, new URL(backAt() + search), {
    ...{ expectedState: asked.state, expectedNonce: asked.nonce },
    ...{ pkceCodeVerifier: asked.verifier, idTokenExpected: true },
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the issuer sent no identity')
  // Whose account is tied to her needs no address, so an issuer that keeps it back shuts nobody out.
  const asking = () => oidc.fetchUserInfo(issuer, tokens.access_token, claims.sub).catch(() => ({}))
  const told: { email?: unknown; email_verified?: unknown } = claims.email === undefined ? await asking() : claims
  return {
    ...{ issuer: claims.iss, subject: claims.sub },
    email: typeof told.email === 'string' ? told.email : undefined,
    emailVerified: told.email_verified === true,
    signedInAt: claims.auth_time === undefined ? undefined : new Date(claims.auth_time * 1000),
  }
}

const backAt = () => settings().baseUrl + paths.staffSingleSignOnBack()

const known = new Map<string, Promise<oidc.Configuration>>()

/** What the issuer says of itself; asked for anew when it could not be read. */
function issuerOf({ issuer, clientId, clientSecret, hosts }: SingleSignOn): Promise<oidc.Configuration> {
  const name = [issuer, ...hosts].join(' ')
  const reading = known.get(name)
  if (reading) return reading
  const found = oidc
    .discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...{ [oidc.customFetch]: onlyFrom(new URL(issuer), hosts), timeout: 5 },
      execute: [oidc.enableNonRepudiationChecks, ...(settings().mode === 'trial' ? [oidc.allowInsecureRequests] : [])],
    })
    .catch((error: unknown) => {
      known.delete(name)
      throw error
    })
  known.set(name, found)
  return found
}

/** Fetches from the issuer, and from the hosts that the settings name for it: from nobody else, wherever it may point. */
const onlyFrom =
  ({ origin, protocol }: URL, hosts: readonly string[]): oidc.CustomFetch =>
  (url, options) => {
    const asked = new URL(url)
    if (asked.origin !== origin && !(asked.protocol === protocol && hosts.includes(asked.host)))
      throw new Error('not an address of the issuer')
    return fetch(url, { ...options, redirect: 'error' } as RequestInit)
  }
