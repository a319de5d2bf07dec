/** Why the portal says no, and the HTTP status that says so, for pages and for APIs alike. */
export const refusals = {
  'not-found': 404,
  'not-allowed': 403,
  'changed-meanwhile': 409,
  'wrong-status': 409,
  'reason-missing': 422,
  held: 409,
  'too-late-to-reopen': 409,
  'message-missing': 422,
  'stale-form': 422,
  'outside-area': 422,
  'place-missing': 422,
  'party-too-big': 422,
  'sign-up-closed': 409,
  'already-cancelled': 409,
  'already-held': 409,
  'no-room-for-party': 409,
  'not-published-yet': 409,
  'answer-missing': 422,
  'no-such-organisation': 422,
  'no-such-person': 422,
  'no-such-commitment': 422,
  'public-text-missing': 422,
  'rewritten-text-missing': 422,
  'future-day': 422,
  'outside-pledge': 422,
  'too-many': 429,
} as const

export type Refusal = keyof typeof refusals
export type Refused = { refused: Refusal }
