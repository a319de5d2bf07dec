import { draftForms, type DraftForm } from '#db/schema/drafts.ts'
import type { Permission } from '../staff/permissions.ts'

/** What it takes to keep a form half written: what it takes to send it. */
export const draftRights = {
  answer: 'answer',
  reply: 'answer',
  'public-text': 'publish',
  note: 'note',
  redirect: 'triage',
  'hand-over': 'triage',
  'answer-many': 'answer',
} as const satisfies Record<DraftForm, Permission>

/** The forms that are about one case. */
export const formsOfCase = draftForms.filter((form) => form !== 'answer-many')

/** Which form is kept, and about which case: the answer to many is about none. */
export type DraftAbout = { form: (typeof formsOfCase)[number]; ref: string } | { form: 'answer-many'; ref?: undefined }
