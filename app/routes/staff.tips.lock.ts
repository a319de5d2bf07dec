import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { lockTips } from '#app/domain/tips/lock-tips.server.ts'
import { forgetUnlocked, requireTips } from '#app/http/require-tips.server.ts'
import { paths } from '#app/paths.ts'

/** Locks tips in this session. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff, sessionId } = await requireTips(request)
  await lockTips(staff, sessionId)
  return redirect(paths.staffTips(), { status: 303, headers: { 'Set-Cookie': await forgetUnlocked() } })
}
