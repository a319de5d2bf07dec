import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { chooseNotices } from '#app/domain/notices/choose-notices.server.ts'
import { noticesInput } from '#app/domain/notices/input.server.ts'
import { noticeKindsOf } from '#app/domain/notices/ways.ts'
import { invalid, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { paths } from '#app/paths.ts'

/** There is nothing to read here; the choices stand on the page of the account. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  return redirect(paths.staffAccount())
}

/** Keeps how one wants to be told of what happens to one's cases. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request)
  const form = await readForm(request, noticesInput(noticeKindsOf(staff)))
  if (!form.input) return invalid(form)
  const result = await chooseNotices(staff, form.input)
  return 'refused' in result ? refusedForm(form, result) : redirect(`${paths.staffAccount()}?done=notices`, 303)
}
