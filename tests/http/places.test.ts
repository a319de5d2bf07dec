import { beforeAll, describe, expect, test } from 'vitest'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { followedUnderCode } from '#app/domain/followers/followed-under-code.server.ts'
import { mapData } from '#app/domain/areas/map-data.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { freshFormToken } from '#app/http/form-token.server.ts'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import { makeSubmission } from '../support/make-submission.ts'

type Call = (given: {
  request: Request
  params: Record<string, string>
  context: { address: string }
}) => Promise<unknown>

/** Asks a route of parts of the form, as the page's script does; gives the answer whole. */
async function ask(route: Promise<object>, request: Request, params: Record<string, string>): Promise<Response> {
  const { loader, action } = (await route) as { loader?: Call; action?: Call }
  const call = request.method === 'GET' ? loader! : action!
  const given = { request, params, context: { address: '192.0.2.7' } }
  const answer = await call(given).catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer
  throw answer
}

const at = (path: string) => `http://localhost:3000${path}`
const posted = (path: string, fields: Record<string, string>) =>
  new Request(at(path), { method: 'POST', body: new URLSearchParams(fields) })

describe('the search for a place', () => {
  const search = (query: string, lang = 'sv') =>
    ask(
      import('#app/routes/$lang.submit.places.ts'),
      new Request(at(`/${lang}/submit/places?q=${encodeURIComponent(query)}`)),
      { lang },
    )

  test('tells what each is and where, and how many they are, in the language of the page', async () => {
    const answer = await search('hammarkuletorget')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      told: '1 träff. Välj den om den stämmer.',
      results: [{ name: 'Hammarkulletorget', what: 'Torg i Hammarkullen', place: 'hammarkulletorget', areaCode: '' }],
    })
    const arabic = (await (await search('storas', 'ar')).json()) as { results: { what: string; areaCode: string }[] }
    expect(arabic.results[0]).toMatchObject({ areaCode: '606', what: expect.stringContaining('Storås') })
  })

  test('says kindly that nothing was found, and nothing about nothing', async () => {
    expect(await (await search('حمّاركولن', 'ar')).json()).toMatchObject({
      told: expect.stringMatching(/\S/),
      results: [],
    })
    expect(await (await search('  ')).json()).toEqual({ told: '', results: [] })
    expect(
      await (
        await ask(import('#app/routes/$lang.submit.places.ts'), new Request(at('/sv/submit/places')), { lang: 'sv' })
      ).json(),
    ).toEqual({ told: '', results: [] })
  })

  test('is not there in a language that is not offered', async () => {
    expect((await search('torg', 'xx')).status).toBe(404)
  })
})

describe('where a point is', () => {
  const where = async (lat: string, lon: string) => {
    const answer = await ask(import('#app/routes/$lang.submit.where.ts'), posted('/sv/submit/where', { lat, lon }), {
      lang: 'sv',
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return ((await answer.json()) as { where: string | null }).where
  }

  test('is said in words inside the district, and is nowhere outside it', async () => {
    expect(await where('57.7803', '12.0358')).toBe('I Hammarkullen, nära Hammarkulletorget')
    expect(await where('57.845', '12.15')).toBe('I Bergum')
    expect(await where('59.33', '18.06')).toBeNull()
    expect(await where('x', '')).toBeNull()
  })
})

test('what the map is drawn from is kept by the browser for ever, at an address that changes with it', async () => {
  const map = import('#app/routes/map-data.$hash[.]json.ts')
  const { hash, json } = await mapData()
  const answer = await ask(map, new Request(at(`/map-data/${hash}.json`)), { hash })
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await answer.text()).toBe(json)
  expect((await ask(map, new Request(at('/map-data/0.json')), { hash: '0' })).status).toBe(404)
})

describe('what is known already', () => {
  const point = { lat: '57.7906', lon: '12.0979' }
  const words = { category: 'fires', body: 'Smällare mot husen vid kyrkan varje kväll.' }
  let ref = ''

  beforeAll(async () => {
    const published = { title: 'Smällare vid kyrkan', body: 'Någon kastar smällare mot husen vid kyrkan på kvällarna.' }
    const made = await makeSubmission({
      ...{
        lat: 57.7906,
        lon: 12.0979,
        category: 'fires',
        body: 'Hemligt om grannen.',
        status: 'in_progress',
        published,
      },
    })
    ref = made.ref
  })

  const known = async (fields: Record<string, string>) => {
    const answer = await ask(import('#app/routes/$lang.submit.similar.ts'), posted('/sv/submit/similar', fields), {
      lang: 'sv',
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return (await answer.json()) as { told: string; known: Record<string, unknown>[] }
  }

  test('is told in words, and nothing of it but what is public', async () => {
    const { told, known: found } = await known({ ...words, ...point })
    expect(told).toBe('1 ärende i närheten liknar ditt.')
    expect(found).toMatchObject([
      { ref, title: { text: 'Smällare vid kyrkan', lang: 'sv' }, status: 'Vi arbetar med det' },
    ])
    expect(JSON.stringify(found)).not.toContain('Hemligt')
    expect(Object.keys(found[0]!).sort()).toEqual(['area', 'body', 'example', 'publishedOn', 'ref', 'status', 'title'])
  })

  test('is nothing while the form is not filled in, or the place is outside', async () => {
    for (const fields of [
      {},
      words,
      { ...words, lat: '59', lon: '18' },
      { ...point, category: 'fires' },
      { ...words, areaCode: '999' },
    ])
      expect(await known(fields)).toEqual({ told: '', known: [] })
  })

  test('is followed instead of sent, with a receipt of her own, by one button of the form', async () => {
    const fields = { ...words, ...point, language: 'so', formToken: await freshFormToken(), go: `follow:${ref}` }
    const form = import('#app/routes/$lang.submit.$kind.tsx')
    const answer = await ask(form, posted('/sv/submit/concern', fields), { lang: 'sv', kind: 'concern' })
    expect(answer.status).toBe(303)
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    const kept = await receiptCookie.read(new Request(at('/'), { headers: { Cookie: cookie } }))
    expect(kept).toMatchObject({ ref })
    const followed = await followedUnderCode(await hashOfCode(kept!.code))
    expect(followed).toMatchObject({ language: 'so', published: { submission: { ref } } })
    expect((await findPublished(ref))!.submission.ref).toBe(ref)
  })
})
