import { z } from 'zod'
import { roles } from '#db/schema/staff.ts'

const typed = (longest: number) => z.string('missing').trim().min(1, 'missing').max(longest, 'too-long')
const secret = z.string('missing').min(1, 'missing').max(200, 'too-long')

/** A password that is typed twice, so that a slip of the finger shuts nobody out. */
const twice = { password: secret, again: secret }
const alike = (form: { password: string; again: string }) => form.password === form.again
const differ = { path: ['again'], message: 'password-differs' }

/** What who was invited chooses. */
export const choosePasswordInput = z.object(twice).refine(alike, differ)

/** What who changes her password posts. */
export const changePasswordInput = z.object({ current: secret, ...twice }).refine(alike, differ)

/** A code from the app, or one of the recovery codes. */
export const codeInput = z.object({ code: typed(40) })

/** A password, or a code from the app. */
export const proofInput = z.object({ proof: secret })

/** The areas that somebody is limited to, ticked in a form: a list with commas. */
const areas = z
  .string()
  .max(200, 'too-long')
  .default('')
  .transform((ticked) => [...new Set(ticked.split(',').filter(Boolean))].sort())

/** What an administrator writes of who she invites. */
export const inviteInput = z.object({
  email: typed(254).pipe(z.email('not-an-address')),
  name: typed(100),
  role: z.enum(roles, 'missing'),
  organisation: typed(60),
  areas,
})

/** The role, the organisation and the areas that somebody gets. */
export const roleInput = z.object({ role: z.enum(roles, 'missing'), organisation: typed(60), areas })

/** What a device has answered, as JSON; for a new passkey its name too. */
export const passkeyInput = z.object({ answer: typed(20_000).transform(readJson), name: typed(60).default('–') })

/** What is done to one of one's own passkeys. */
export const ownPasskeyInput = z.object({ id: typed(2000), name: typed(60).optional() })

function readJson(text: string, ctx: z.RefinementCtx): { id: string } {
  try {
    const read: unknown = JSON.parse(text)
    if (read && typeof read === 'object' && 'id' in read && typeof read.id === 'string') return { ...read, id: read.id }
  } catch {
    // Whatever it is, it is no answer of a device.
  }
  ctx.addIssue('not-valid')
  return z.NEVER
}
