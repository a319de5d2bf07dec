import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { chosenLanguage } from '#app/http/chosen-language.server.ts'
import { paths } from '#app/paths.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(paths.home(await chosenLanguage(request)), { headers: { Vary: 'Accept-Language, Cookie' } })
}
