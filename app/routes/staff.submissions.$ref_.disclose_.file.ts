import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { disclose } from '#app/domain/records/disclose.server.ts'
import { disclosureInput } from '#app/domain/records/input.server.ts'
import { findToDisclose } from '#app/domain/records/find-to-disclose.server.ts'
import { found } from '#app/http/answers.server.ts'
import { disclosureView } from '#app/http/disclosure.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { paths } from '#app/paths.ts'
import { disclosureFile } from '#app/ui/records/disclosure-file.server.tsx'

/** To go through a long case takes its time; the page itself asked for a proof of the last ten minutes. */
const minutesToMask = 60

/**
 * Gives a case out as one file, with what was chosen masked; that it was is written down first. When something came
 * meanwhile, or the form is wrong, the page is shown again instead. Who took longer than an hour proves anew who she is,
 * and begins anew.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const fresh = { back: paths.staffDisclose(params.ref ?? ''), minutes: minutesToMask }
  const { staff } = await requireFresh(request, 'disclose', fresh)
  const language = await staffLanguage(request)
  const ref = refFrom(params)
  const shown = found(await findToDisclose(staff, ref))
  const { input: chosen } = await readForm(request, disclosureInput)
  const view = chosen && (await disclosureView(staff, shown, { language, chosen }))
  // What was posted goes on to the page, which keeps what was chosen.
  if (!chosen || !view) return redirect(paths.staffDisclose(ref), 307)
  const file = disclosureFile(view)
  const counts = { masked: chosen.mask.length, words: chosen.words.length, photos: view.photos.length }
  const given = await disclose(staff, ref, { file, ...counts })
  if ('refused' in given) throw new Response(null, { status: 404 })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${shown.registrationNumber ?? ref}.html"`,
      'Cache-Control': 'no-store',
    },
  })
}
