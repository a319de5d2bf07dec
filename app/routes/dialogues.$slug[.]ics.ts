import type { LoaderFunctionArgs } from '@remix-run/node'
import { dialogueCalendar } from '#app/http/dialogue-calendar.server.ts'
import { dialogueFrom } from '#app/http/dialogue-from.server.ts'
import { offeredLanguages } from '#app/http/request.server.ts'

/** The calendar file of one dialogue, in Swedish unless `lang` asks for another language of ours. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const dialogue = await dialogueFrom(params)
  const asked = new URL(request.url).searchParams.get('lang')
  const language = offeredLanguages().find((tag) => tag === asked) ?? 'sv'
  return new Response(dialogueCalendar(language, dialogue), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${dialogue.slug}.ics"`,
      'Cache-Control': 'no-cache',
    },
  })
}
