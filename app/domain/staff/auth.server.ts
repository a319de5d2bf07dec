import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { authDatabase } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { sessionWays, staff, staffAccounts, staffSessions, staffVerifications } from '#db/schema/staff.ts'
import { deriveKey } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'

/**
 * The sign-in library, called from our own routes only: no endpoint of its own is mounted, so that our throttle stands
 * before every password. It keeps no network address and no browser name.
 */
export const auth = () => once('auth', makeAuth)

/** What is kept of a password. */
export const hashOfPassword = async (password: string): Promise<string> =>
  (await auth().$context).password.hash(password)

/**
 * Opens a session for somebody who has proved who she is in one of our ways. It has no address: only our own code, on
 * the server, can call it.
 */
const sessions = {
  id: 'sessions',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ staffId: z.string(), via: z.enum(sessionWays) }) },
      async (ctx) => {
        const { staffId, via } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(staffId)
        if (!user) throw ctx.error('UNAUTHORIZED')
        const session = await ctx.context.internalAdapter.createSession(staffId, false, { via })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ opened: true })
      },
    ),
  },
}

function makeAuth() {
  const { baseUrl, appSecret } = settings()
  return betterAuth({
    baseURL: baseUrl,
    secret: deriveKey(appSecret, 'staff sessions').toString('base64url'),
    database: drizzleAdapter(authDatabase(), {
      provider: 'pg',
      schema: { user: staff, session: staffSessions, account: staffAccounts, verification: staffVerifications },
    }),
    plugins: [sessions],
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        organisation: { type: 'string', required: true, input: false },
        signsAs: { type: 'json', required: true, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      fields: { userId: 'staffId' },
      additionalFields: { via: { type: 'string', required: false, input: false } },
      ...{ expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    },
    account: { fields: { userId: 'staffId' } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { ipAddress: { disableIpTracking: true }, cookiePrefix: 'staff' },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: '', userAgent: '' } }) } },
    },
  })
}
