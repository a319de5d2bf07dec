import { eq } from 'drizzle-orm'
import { cellToLatLng, greatCircleDistance, UNITS } from 'h3-js'
import { beforeAll, describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions, type Category } from '#db/schema/submissions.ts'
import { locate, type Location } from '#app/domain/areas/locate.server.ts'
import { allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { categoryRules } from '#app/domain/submissions/categories.ts'
import { similar } from '#app/domain/submissions/similar.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

type Point = { lat: number; lon: number }
const metre = 1 / 111_320

/** Each test has a place of its own, farther from the others than any category reaches. */
const places: Point[] = []
const freshPoint = (): Point => places.pop()!

beforeAll(async () => {
  const dense = (await districtAreas()).filter(({ sparse, code }) => !sparse && code !== '613' && code !== '612')
  const stops = (await allPlaces()).filter(({ areaCode }) => dense.some(({ code }) => code === areaCode))
  const apart = (one: Point, other: Point) => greatCircleDistance([one.lat, one.lon], [other.lat, other.lon], UNITS.m)
  for (const { lat, lon } of stops)
    if (places.every((taken) => apart(taken, { lat, lon }) > 800)) places.push({ lat, lon })
})

async function at(point: Point): Promise<Location> {
  const location = await locate(point)
  if ('refused' in location) throw new Error(location.refused)
  return location
}

const published = { title: 'Trasig lampa vid gångvägen', body: 'En lampa vid gångvägen till spårvagnen lyser inte.' }

/** What this file has published: beside it may stand what other tests have. */
const own = new Set<string>()
async function lampAt(point: Point, more: Partial<Parameters<typeof makeSubmission>[0]> = {}) {
  const made = await makeSubmission({ ...point, category: 'upkeep', status: 'in_progress', published, ...more })
  own.add(made.ref)
  return made
}

const ownRefs = async (location: Location, body: string, category: Category) =>
  (await similar({ category, body, location })).map(({ ref }) => ref).filter((ref) => own.has(ref))
const sought = async (point: Point, body: string, category: Category = 'upkeep') =>
  ownRefs(await at(point), body, category)

const sameWords = 'Lampan vid gångvägen mot spårvagnen är trasig sedan i måndags.'

test('who writes about the same thing at the same place is shown what is published', async () => {
  const point = freshPoint()
  const { ref } = await lampAt(point)
  const location = await at(point)
  const [found] = await similar({ category: 'upkeep', body: sameWords, location })
  expect(found).toMatchObject({
    ref,
    category: 'upkeep',
    status: 'in_progress',
    area: expect.any(String),
    example: false,
  })
  expect(found).toMatchObject({ title: { sv: published.title }, body: { sv: published.body } })
  expect(found!.publishedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('nothing but what everybody may read comes out', async () => {
  const point = freshPoint()
  await lampAt(point, { body: 'En hemlig text om lampan vid gångvägen.', placeNote: 'Bakom mitt hus' })
  const [found] = await similar({ category: 'upkeep', body: sameWords, location: await at(point) })
  const keys = ['id', 'ref', 'category', 'status', 'example', 'title', 'body', 'area', 'publishedOn']
  expect(Object.keys(found!).sort()).toEqual(keys.sort())
  expect(JSON.stringify(found)).not.toMatch(/hemlig|mitt hus/)
})

describe('what is not shown', () => {
  test('what nobody has published', async () => {
    const point = freshPoint()
    await lampAt(point, { published: undefined })
    expect(await sought(point, sameWords)).toEqual([])
  })

  test.each(['answered', 'closed', 'redirected', 'not_pursued'] as const)('what is %s', async (status) => {
    const point = freshPoint()
    await lampAt(point, { status })
    expect(await sought(point, sameWords)).toEqual([])
  })

  test('another category', async () => {
    const point = freshPoint()
    await lampAt(point)
    expect(await sought(point, sameWords, 'litter')).toEqual([])
  })

  test('what is farther away than the category reaches', async () => {
    const point = freshPoint()
    await lampAt(point)
    const { metres } = categoryRules.upkeep.likeness
    const away = { lat: point.lat + (metres + 120) * metre, lon: point.lon }
    expect(await sought(away, sameWords)).toEqual([])
  })

  test('what is older than the category looks back', async () => {
    const point = freshPoint()
    const { ref } = await lampAt(point)
    const before = new Date(Date.now() - (categoryRules.upkeep.likeness.days + 1) * 86_400_000)
    await as({ as: 'seed' }, (tx) =>
      tx.update(submissions).set({ publishedAt: before }).where(eq(submissions.ref, ref)),
    )
    expect(await sought(point, sameWords)).toEqual([])
  })

  test('what is about something else, a little way off', async () => {
    const point = freshPoint()
    await lampAt(point)
    const away = { lat: point.lat + 110 * metre, lon: point.lon }
    expect(await sought(away, 'Häcken vid lekplatsen behöver klippas, barnen kommer inte fram.')).toEqual([])
  })
})

test('of many the three most like are shown, the most like first', async () => {
  const point = freshPoint()
  const texts = [
    { title: 'Häcken växer över trottoaren', body: 'Häcken vid porten måste klippas.' },
    published,
    { title: 'Lampor slocknar om kvällen', body: 'Lamporna vid gångvägen slocknar klockan tio.' },
    { title: 'Trasig lampa vid spårvagnen', body: 'Lampan vid gångvägen mot spårvagnen är trasig.' },
  ]
  const refs: string[] = []
  for (const text of texts) refs.push((await lampAt(point, { published: text })).ref)
  const found = await sought(point, sameWords)
  expect(found).toHaveLength(3)
  expect(found[0]).toBe(refs[3])
  expect(found).not.toContain(refs[0])
})

test('distance is measured to the middle of the public hexagon, never to the true point', async () => {
  const point = freshPoint()
  const { ref } = await lampAt(point, { category: 'drugs' })
  const near = { lat: point.lat + 350 * metre, lon: point.lon }
  const found = await sought(near, sameWords, 'drugs')
  // The same hexagon for both: another true point in it is as near as the first.
  const { ref: other } = await lampAt({ lat: point.lat + metre, lon: point.lon }, { category: 'drugs' })
  const again = await sought(near, sameWords, 'drugs')
  expect([...again].sort()).toEqual([...new Set([...found, ref, other])].sort())
})

test('who chose a whole area is shown what is like hers in that area', async () => {
  // Words that nobody else writes: whatever else stands in the area, this is what is most like.
  const caravan = {
    title: 'Lila husvagn med utsläpad matta',
    body: 'En lila husvagn har tappat sin matta och sitt draperi.',
  }
  const { ref } = await lampAt({ lat: 57.7725, lon: 12.0407 }, { category: 'vehicles', published: caravan })
  const body = 'Den lila husvagnen har tappat en matta och ett draperi.'
  const refsIn = async (areaCode: string) => ownRefs((await locate({ areaCode })) as Location, body, 'vehicles')
  expect(await refsIn('613')).toEqual([ref])
  expect(await refsIn('612')).toEqual([])
})

test('who writes in another language is shown what is very near, since words cannot be compared', async () => {
  const point = freshPoint()
  const { ref } = await lampAt(point, { category: 'traffic' })
  const somali = 'Baabuur ayaa xawaare sare ku socda waddada, carruurtu way cabsanayaan.'
  expect(await sought(point, somali, 'traffic')).toEqual([ref])
  const away = { lat: point.lat + 280 * metre, lon: point.lon }
  expect(await sought(away, somali, 'traffic')).toEqual([])
})

type Words = { title: string; body: string }

/** A point 130 metres from where it is shown to be, which is a third of the way in from where its category ends. */
async function awayFrom(ref: string): Promise<Point> {
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx.select({ cell: submissions.cell }).from(submissions).where(eq(submissions.ref, ref)),
  )
  const [lat, lon] = cellToLatLng(row!.cell!)
  return { lat: lat + 130 * metre, lon }
}

/** Writes what is published in one more language. */
const translate = (ref: string, language: string, { title, body }: Words) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({
        publicTitle: { sv: published.title, [language]: title },
        publicBody: { sv: published.body, [language]: body },
      })
      .where(eq(submissions.ref, ref)),
  )

const inOtherLanguages: [string, { published: Words; like: string; unlike: string }][] = [
  [
    'ar',
    {
      published: { title: 'مصباح مكسور عند ممر المشاة', body: 'مصباح عند ممر المشاة المؤدي إلى الترام لا يعمل.' },
      like: 'منذ يوم الاثنين المِصْباحُ مَكْسورٌ عند ممرّ المشاة باتجاه الترام',
      unlike: 'السياج الأخضر بجانب ساحة اللعب يحتاج إلى تقليم، والأطفال لا يستطيعون المرور.',
    },
  ],
  [
    'so',
    {
      published: {
        title: 'Laydh jaban oo ku yaal waddada lugta',
        body: 'Laydh ku yaal waddada lugta ee taraamka ma shaqaynayo.',
      },
      like: 'Laydhka waddada lugta ee taraamka ayaa jabay Isniintii.',
      unlike: 'Geedka ag yaal garoonka ciyaarta waa in la jaraa, carruurtu ma soo geli karaan.',
    },
  ],
  [
    'ti',
    {
      published: { title: 'መብራህቲ ተሰቢሩ ኣብ መገዲ', body: 'መብራህቲ ኣብ መገዲ እግሪ ናብ ትራም ኣይሰርሕን እዩ።' },
      like: 'እቲ መብራህቲ ኣብ መገዲ እግሪ ተሰቢሩ ካብ ሰኑይ ጀሚሩ።',
      unlike: 'እቲ ገረብ ኣብ ጥቓ መጻወቲ ቆልዑ ክቑረጽ ኣለዎ።',
    },
  ],
]

test.each(inOtherLanguages)(
  'what is published in %s too is compared in it, a little way off: what is like is shown, what is not is not',
  async (language, texts) => {
    const { ref } = await lampAt(freshPoint())
    await translate(ref, language, texts.published)
    const away = await awayFrom(ref)
    expect(await sought(away, texts.like)).toEqual([ref])
    expect(await sought(away, texts.unlike)).toEqual([])
  },
)

test('who writes without rings and dots, or in another order, is shown the same', async () => {
  const { ref } = await lampAt(freshPoint())
  const away = await awayFrom(ref)
  expect(await sought(away, 'Lampan vid gangvagen mot sparvagnen lyser inte, den ar trasig.')).toEqual([ref])
  expect(await sought(away, 'TRASIG SEDAN I MÅNDAGS: VID GÅNGVÄGEN MOT SPÅRVAGNEN, LAMPAN')).toEqual([ref])
})

test('who writes in letters that nobody can place is shown what is very near', async () => {
  const point = freshPoint()
  const { ref } = await lampAt(point)
  expect(await sought(point, '路灯坏了，晚上很黑。')).toEqual([ref])
})

test.each(["'; drop table submissions --", '% _ \\ | & ! ( : *', '\u{1F642}', 'a'.repeat(20_000), '__proto__'])(
  'any text can be compared: %#',
  async (body) => {
    await expect(sought(freshPoint(), body)).resolves.toEqual([])
  },
)
