import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { jpeg } from '../support/pictures.ts'
import { newPortalFolder, startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

const folder = newPortalFolder()
let portal: OwnPortal | undefined
afterAll(async () => {
  await portal?.stop({ keep: true })
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

const [first, second] = ['the first secret of a portal: vT7q', 'the second secret of a portal: mK2x']

const withSecrets = async (environment: Record<string, string>) => {
  await portal?.stop({ keep: true })
  portal = undefined
  return (portal = await startOwnPortal({ folder, environment }))
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

/** Sends a concern with a photo; gives its code. */
async function sendWithPhoto({ url }: OwnPortal): Promise<string> {
  const page = await (await fetch(`${url}/sv/submit/concern`)).text()
  const body = new FormData()
  const formToken = /name="formToken" value="([^"]+)"/.exec(page)![1]!
  const said = { category: 'lighting', body: 'Lampan är trasig.', areaCode: '606', language: 'sv', formToken }
  for (const [name, text] of Object.entries(said)) body.set(name, text)
  body.set('photos', new Blob([new Uint8Array(await jpeg())], { type: 'image/jpeg' }), 'IMG_1.jpg')
  const answer = await fetch(`${url}/sv/submit/concern`, { method: 'POST', body, redirect: 'manual' })
  const receipt = await fetch(`${url}/sv/submit/received`, { headers: { cookie: cookieOf(answer) } })
  return /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(await receipt.text())![0]
}

/** Opens a case by its code, as a browser that has forgotten all else; gives its page and its photo. */
async function open({ url }: OwnPortal, code: string) {
  const answer = await fetch(`${url}/sv/follow`, {
    ...{ method: 'POST', body: new URLSearchParams({ code }), redirect: 'manual' },
  })
  const headers = { cookie: cookieOf(answer) }
  const page = await (await fetch(`${url}/sv/follow`, { headers })).text()
  const photo = await fetch(`${url}${/src="(\/sv\/follow\/photos\/[^"]+)"/.exec(page)?.[1]}`, { headers })
  return { page, photo: { status: photo.status, type: photo.headers.get('content-type') } }
}

const signIn = async ({ url, account }: OwnPortal) => {
  const body = new URLSearchParams(account('coordinator'))
  const answer = await fetch(`${url}/staff/sign-in`, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, cookie: cookieOf(answer) }
}

const whole = {
  photo: { status: 200, type: 'image/webp' },
  page: expect.stringContaining('Lampan är trasig.') as string,
}

test('APP_SECRET is changed, and codes, photos and accounts stay what they were, while sessions end', async () => {
  let now = await withSecrets({ APP_SECRET: first })
  const code = await sendWithPhoto(now)
  expect(await open(now, code)).toEqual(whole)
  const before = await signIn(now)

  now = await withSecrets({ APP_SECRET: second, APP_SECRET_OLD: first })
  expect(await open(now, code)).toEqual(whole)
  const queue = await fetch(`${now.url}/staff/queue`, { headers: { cookie: before.cookie }, redirect: 'manual' })
  expect(queue.headers.get('location')).toBe('/staff/sign-in')
  expect((await signIn(now)).status).toBe(302)

  // The old one is needed once only.
  now = await withSecrets({ APP_SECRET: second })
  expect(await open(now, code)).toEqual(whole)
  expect((await signIn(now)).status).toBe(302)
}, 180_000)

test('with a secret that opens nothing the portal does not start, and says why', async () => {
  await expect(withSecrets({ APP_SECRET: 'another secret of a portal: pL9z' })).rejects.toThrow(
    'APP_SECRET does not open the keys in this database',
  )
}, 60_000)
