import { cspReportPath } from '#app/http/headers.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** What no search engine is to look at: the back office, forms and whatever belongs to one person. */
export function loader() {
  const personal = languageTags.flatMap((lang) => [
    ...[paths.received(lang), paths.follow(lang), paths.verify(lang), paths.leave(lang)],
    ...[paths.booking(lang, ''), paths.bell(lang, ''), `/language/${lang}`, `${paths.dialogues(lang)}/*/sign-up`],
  ])
  const closed = [paths.staff(), cspReportPath, ...personal]
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
