import { expect, type Page } from '@playwright/test'

/** What Remix tells of data that were read no further, since the page was left or asks for them anew: it gave up itself. */
const givenUp = /^AbortError: (signal is aborted without reason|BodyStreamBuffer was aborted)(\n {4}at .*)*$/

/**
 * Watches a page for what must never happen on it: errors in the console (a broken content security policy is one),
 * exceptions, files that fail, answers of 500 and up, and requests to anyone else than the portal at `portalUrl`.
 */
export function watch(page: Page, portalUrl: string): { mustBeClean: () => void } {
  const wrong: string[] = []
  page.on('console', (message) => {
    // The browser tells of every status from 400 up in the same words; which of them are wrong is judged below.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    if (givenUp.test(message.text())) return
    wrong.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`exception: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== portalUrl) wrong.push(`asked another party: ${request.url()}`)
  })
  page.on('response', (response) => {
    const status = response.status()
    const isPage = ['document', 'fetch', 'xhr'].includes(response.request().resourceType())
    if (status >= (isPage ? 500 : 400)) wrong.push(`${status}: ${response.url()}`)
  })
  return { mustBeClean: () => expect(wrong, 'what happened on the page').toEqual([]) }
}
