import * as oidc from 'openid-client'
import { paths } from '#app/paths.ts'
import { settings, type SingleSignOn } from '#app/settings.server.ts'

/** What must come back with the person, and what proves that we are the ones who asked. */
export type Asked = { state: string; nonce: string; verifier: string }

/** Where somebody goes to sign in at the issuer, and what must come back with her. */
export async function askIssuer(chosen: SingleSignOn): Promise<{ address: string; asked: Asked }> {
  const asked = {
    ...{ state: oidc.randomState(), nonce: oidc.randomNonce() },
    verifier: oidc.randomPKCECodeVerifier(),
  }
  const address = oidc.buildAuthorizationUrl(await issuerOf(chosen), {
    ...{ redirect_uri: backAt(), scope: 'openid email', state: asked.state, nonce: asked.nonce },
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier), code_challenge_method: 'S256' },
  })
  return { address: address.href, asked }
}

/**
 * Whom the issuer vouches for, by the address to which it has sent her back. Throws when anything about the answer is not
 * right: the state, the nonce, the signature, the audience, the time.
 */
export async function claimsFrom(chosen: SingleSignOn, search: string, asked: Asked) {
  const issuer = await issuerOf(chosen)
  const tokens = await oidc.authorizationCodeGrant(issuer, new URL(backAt() + search), {
    ...{ expectedState: asked.state, expectedNonce: asked.nonce },
    ...{ pkceCodeVerifier: asked.verifier, idTokenExpected: true },
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the issuer sent no identity')
  const told = claims.email === undefined ? await oidc.fetchUserInfo(issuer, tokens.access_token, claims.sub) : claims
  return {
    subject: claims.sub,
    email: typeof told.email === 'string' ? told.email : undefined,
    emailVerified: told.email_verified === true,
  }
}

const backAt = () => settings().baseUrl + paths.staffSingleSignOnBack()

const known = new Map<string, Promise<oidc.Configuration>>()

/** What the issuer says of itself; asked for anew when it could not be read. */
function issuerOf({ issuer, clientId, clientSecret }: SingleSignOn): Promise<oidc.Configuration> {
  const reading = known.get(issuer)
  if (reading) return reading
  const found = oidc
    .discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...{ [oidc.customFetch]: onlyFrom(new URL(issuer).origin), timeout: 5 },
      execute: settings().mode === 'trial' ? [oidc.allowInsecureRequests] : [],
    })
    .catch((error: unknown) => {
      known.delete(issuer)
      throw error
    })
  known.set(issuer, found)
  return found
}

/** Fetches from the issuer and from nobody else, wherever its answers may point. */
const onlyFrom =
  (origin: string): oidc.CustomFetch =>
  (url, options) => {
    if (new URL(url).origin !== origin) throw new Error('not an address of the issuer')
    return fetch(url, { ...options, redirect: 'error' } as RequestInit)
  }
