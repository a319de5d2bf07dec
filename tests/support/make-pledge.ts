import { randomBytes } from 'node:crypto'
import { as } from '#db/client.server.ts'
import { commitmentOwners, commitments, pledges } from '#db/schema/commitments.ts'

type Wanted = Partial<typeof pledges.$inferInsert> & {
  owners?: string[]
  measure?: Partial<Pick<typeof commitments.$inferInsert, 'measure' | 'comparison' | 'target' | 'unit' | 'per'>>
}

/** A published pledge for 2026–2027 with one commitment, at least 60 occasions a year by SSPF, or what is said instead. */
export async function makePledge({ owners = ['sspf'], measure = {}, ...said }: Wanted = {}) {
  const mark = randomBytes(6).toString('hex')
  const text = { sv: 'Ett löfte', en: 'A pledge' }
  return as({ as: 'seed' }, async (tx) => {
    const [pledge] = await tx
      .insert(pledges)
      .values({
        ...{ slug: `pledge-${mark}`, state: 'published', startsOn: '2026-01-01', endsOn: '2027-12-31' },
        ...{ title: text, situation: text, focus: text, aims: [text], followAlong: text, contact: text },
        ...said,
      })
      .returning({ id: pledges.id, slug: pledges.slug })
    const [commitment] = await tx
      .insert(commitments)
      .values({
        ...{ pledgeId: pledge!.id, number: 1, slug: `commitment-${mark}` },
        ...{ title: { sv: 'Vi samlas tidigt' }, body: { sv: 'Minst 60 gånger om året.' } },
        ...{ measure: 'count', comparison: 'at-least', target: 60, unit: { sv: 'tillfällen' }, per: 'year' },
        ...measure,
      })
      .returning({ id: commitments.id, slug: commitments.slug })
    const rows = owners.map((organisation, position) => ({ commitmentId: commitment!.id, organisation, position }))
    await tx.insert(commitmentOwners).values(rows)
    return { pledgeSlug: pledge!.slug, commitmentId: commitment!.id, slug: commitment!.slug }
  })
}
