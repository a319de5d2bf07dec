import { sql } from 'drizzle-orm'
import { as, type Tx } from '../client.server.ts'
import { areas, everydayNames, mapLines, places, workingAreaAreas, workingAreas } from '../schema/areas.ts'
import { commitmentOwners, commitments, pledges } from '../schema/commitments.ts'
import { categoryQuestions } from '../schema/questions.ts'
import { portalSettings } from '../schema/records.ts'
import { organisations } from '../schema/staff.ts'
import * as areaSeed from './reference/areas.ts'
import { mapLines as lineSeed } from './reference/map-lines.ts'
import { organisations as organisationSeed } from './reference/organisations.ts'
import * as placeSeed from './reference/places.ts'
import { pledge as pledgeSeed } from './reference/pledge.ts'
import { questions as questionSeed } from './reference/questions.ts'
import type { Category, Pledge } from './types.ts'

/** Puts the facts in place that the portal opens with; what is there already stays as it is. */
export async function seedReference(): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    await tx.insert(organisations).values(organisationSeed).onConflictDoNothing()
    await seedAreas(tx)
    await seedQuestions(tx)
    await seedPledge(tx, pledgeSeed, { state: 'closed', example: false })
    await tx.insert(portalSettings).values({ name: 'tips', value: 'signpost' }).onConflictDoNothing()
  })
}

async function seedAreas(tx: Tx): Promise<void> {
  const outlined = areaSeed.areas.map((area) => ({
    ...area,
    outline: { type: 'Polygon' as const, coordinates: [area.outline] },
  }))
  await tx.insert(areas).values(outlined).onConflictDoNothing()
  const memberships = areaSeed.workingAreas.flatMap(({ slug, areaCodes }) =>
    areaCodes.map((areaCode) => ({ workingArea: slug, areaCode })),
  )
  await tx.insert(workingAreas).values(areaSeed.workingAreas).onConflictDoNothing()
  await tx.insert(workingAreaAreas).values(memberships).onConflictDoNothing()
  await tx
    .insert(places)
    .values(placeSeed.places)
    .onConflictDoUpdate({ target: places.slug, set: { aliases: sql`excluded.aliases` } })
  const names = placeSeed.everydayNames.flatMap(({ name, areaCodes }) =>
    areaCodes.map((areaCode) => ({ name, areaCode })),
  )
  await tx.insert(everydayNames).values(names).onConflictDoNothing()
  if ((await tx.$count(mapLines)) === 0) await tx.insert(mapLines).values(lineSeed)
}

/** The questions of each category. Staff have made them theirs: one that is there stays, a new one comes last. */
async function seedQuestions(tx: Tx): Promise<void> {
  const { category, key, position } = categoryQuestions
  const there = await tx.select({ category, key, position }).from(categoryQuestions)
  const rows = Object.entries(questionSeed).flatMap(([name, questions]) => {
    const own = there.filter((row) => row.category === name)
    const last = Math.max(-1, ...own.map((row) => row.position))
    return questions
      .filter((question) => !own.some((row) => row.key === question.key))
      .map((question, index) => ({ ...question, category: name as Category, position: last + 1 + index }))
  })
  if (rows.length > 0) await tx.insert(categoryQuestions).values(rows).onConflictDoNothing()
}

/** Puts a pledge with its commitments and their owners in place, unless it is there. */
export async function seedPledge(
  tx: Tx,
  { commitments: promised, ...pledge }: Pledge,
  { state, example }: { state: 'published' | 'closed'; example: boolean },
): Promise<void> {
  const [made] = await tx
    .insert(pledges)
    .values({ ...pledge, state, example })
    .onConflictDoNothing()
    .returning()
  if (!made) return
  for (const { measure, owners, ...commitment } of promised) {
    const { kind, ...rest } = measure
    const [row] = await tx
      .insert(commitments)
      .values({ ...commitment, ...rest, measure: kind, pledgeId: made.id })
      .returning({ id: commitments.id })
    const rows = owners.map((organisation, position) => ({ commitmentId: row!.id, organisation, position }))
    await tx.insert(commitmentOwners).values(rows)
  }
}
