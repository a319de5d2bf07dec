import { data, type ActionFunctionArgs } from '@remix-run/node'
import { isReady } from '#app/domain/records/is-ready.server.ts'
import { postedWith, type FormReply } from './forms.server.ts'
import { logFailure } from './log.server.ts'

/**
 * Does what a post asks for, so that nothing that was typed is lost. When it fails, which is the portal's own doing, the
 * page is shown again with all that was posted and `errors.form` = `not-received`: status 500, or 503 while the database
 * does not answer. `again` adds what the page shows beside that; what it cannot find then is left out. An answer that is
 * thrown, as 404, goes on as it is.
 */
export async function keepWords<Answer, Reply extends FormReply>(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  work: () => Promise<Answer>,
  again: (form: FormReply) => Promise<Reply>,
) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Response || request.signal.aborted) throw error
    const values = await postedWith(request)
    if (!values) throw error
    context.errorId = logFailure(error, request)
    const form: FormReply = { values, errors: { form: 'not-received' } }
    if (!(await isReady())) return data(form, { status: 503 })
    const reply: Reply | FormReply = await again(form).catch(() => form)
    return data(reply, { status: 500 })
  }
}
