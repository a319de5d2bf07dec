import type { ActionFunctionArgs } from '@remix-run/node'
import { handOverTip } from '#app/domain/tips/hand-over-tip.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'
import { paths } from '#app/paths.ts'

/**
 * A tip as a ZIP for the police's own case system; that it was taken is written down, so it is a post. Who must first
 * prove who she is comes back to the tip, and takes it from there.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const ref = refFrom(params)
  const { staff, tipsKey } = await requireUnlocked(request, { ref, fresh: paths.staffTip(ref) })
  const result = await handOverTip(staff, ref, tipsKey)
  if ('refused' in result) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(result.zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${ref}.zip"`,
      'Repr-Digest': `sha-256=:${Buffer.from(result.digest, 'hex').toString('base64')}:`,
      'Cache-Control': 'no-store',
    },
  })
}
