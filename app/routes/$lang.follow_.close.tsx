import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { paths } from '#app/paths.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.follow(languageFrom(params)))

/** "Close this page": the browser forgets the thread. */
export async function action({ params }: ActionFunctionArgs) {
  const headers = { 'Set-Cookie': await followCookie.forget() }
  return redirect(paths.home(languageFrom(params)), { status: 303, headers })
}
