import type { LoaderFunctionArgs } from '@remix-run/node'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { languageFrom } from './request.server.ts'

type Page = { title: string; lead: string; sections: Record<string, { title: string; body: string }> }

/** The texts of one of the pages about the portal itself, in the order of the catalogue `pages`. */
export const infoPage =
  (name: 'about' | 'contact' | 'privacy' | 'accessibility') =>
  ({ params }: LoaderFunctionArgs) => {
    const language = languageFrom(params)
    const page = (speaking(language).getResource(language, 'pages', name) ?? {}) as Page
    const sections = Object.entries(page.sections).map(([key, { title, body }]) => ({
      key,
      title,
      paragraphs: body.split('\n\n'),
    }))
    return { title: page.title, lead: page.lead, sections }
  }
