import { data } from '@remix-run/node'
import type { Translated } from '#db/schema/shared.ts'
import { findingsIn } from '#app/domain/personal/findings-in.server.ts'
import { refusals } from '#app/domain/refusals.ts'
import type { FormReply } from './forms.server.ts'

/** The form once more with what was typed, and what in it may point out a person, for the writer to look at. */
export async function askToLook({ values }: FormReply, { title, body }: { title: Translated; body: Translated }) {
  const refused = 'looks-personal'
  const look = await findingsIn([title, body])
  return data({ values: { ...values, looked: '' }, errors: {}, refused, look }, { status: refusals[refused] })
}
