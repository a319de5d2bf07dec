import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { PersonPage } from '#app/ui/people/person-page.tsx'

type Verbs = Parameters<typeof PersonPage>[0]['verbs']

/** The buttons of the page in their order: what each does and whether it is the filled one. */
function buttonsOf(closed: string | null, verbs: Verbs): [string, string][] {
  const page = createElement(PersonPage, {
    ...{ id: 'x', name: 'Nya Nilsson', email: 'nya@city.example', own: false, closed, verbs },
    ...{ values: { role: 'admin', organisation: 'goteborg', areas: '' } },
    options: { roles: ['admin'], organisations: [], areas: [] },
    ...{ done: undefined, reply: undefined },
  })
  const html = renderToStaticMarkup(createElement(I18nextProvider, { i18n: speaking('sv') }, page))
  return [...html.matchAll(/<button[^>]*value="([^"]+)"[^>]*class="([^"]+)"/g)].map(([, verb, look]) => [verb!, look!])
}

test('of a closed account it is asked first whether to open it', () => {
  expect(buttonsOf('Stängt 1 november', [{ verb: 'reactivate', about: '' }])).toEqual([
    ['reactivate', 'button'],
    ['role', 'button-quiet'],
  ])
})

test('of an open account its role is asked for first', () => {
  expect(buttonsOf(null, [{ verb: 'deactivate', about: '' }])).toEqual([
    ['role', 'button'],
    ['deactivate', 'button-quiet'],
  ])
})
