import { z } from 'zod'

const name = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .optional()
  .catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What the audit is searched by, in the address of its page; what is not understood is left out. */
export const auditFilter = z.object({
  event: name,
  person: name,
  /** A case's reference or registration number, or a noun and an id. */
  subject: z.string().trim().max(100).optional().catch(undefined),
  /** Days in Stockholm, both included. */
  from: day,
  to: day,
  /** The line that the page begins after: its number. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

export type AuditFilter = z.output<typeof auditFilter>
