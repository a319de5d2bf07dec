import type { LoaderFunctionArgs } from '@remix-run/node'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { languageFrom } from './request.server.ts'

/** `open` stands in place of the body while the portal takes tips. */
type Section = { title: string; body: string; open?: string }
type Page = { title: string; lead: string; sections: Record<string, Section> }

/** The texts of one of the pages about the portal itself, in the order of the catalogue `pages`. */
export const infoPage =
  (name: 'about' | 'contact' | 'privacy' | 'accessibility') =>
  async ({ params }: LoaderFunctionArgs) => {
    const language = languageFrom(params)
    const page = (speaking(language).getResource(language, 'pages', name) ?? {}) as Page
    const taken = await tipsAreTaken()
    const sections = Object.entries(page.sections).map(([key, { title, body, open }]) => ({
      key,
      title,
      paragraphs: ((taken && open) || body).split('\n\n'),
    }))
    return { title: page.title, lead: page.lead, sections }
  }
