import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { tips } from '#db/schema/tips.ts'
import { tips as examples } from '#db/seeds/example/tips.ts'
import { takeTip } from '#app/domain/tips/take-tip.server.ts'
import { tipFormKey } from '#app/domain/tips/tip-forms.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

const dayLength = 24 * 60 * 60 * 1000

/** Opens the portal for tips once they can be sealed, and sends the made-up ones in; done once, and never half. */
export async function makeExampleTips(): Promise<void> {
  if (!(await canBeSealed()) || (await areMade())) return
  await as({ as: 'seed' }, (tx) =>
    tx
      .insert(portalSettings)
      .values({ name: 'tips', value: 'open' })
      .onConflictDoUpdate({ target: portalSettings.name, set: { value: 'open' } }),
  )
  for (const { daysAgo, category, body, placeNote, language, ...where } of examples) {
    const formToken = newFormToken(await tipFormKey())
    const nowhere = { lat: undefined, lon: undefined, place: undefined, areaCode: undefined }
    const input = { category, body, placeNote, language, formToken, ...nowhere, ...where }
    const result = await takeTip(input, { example: true, now: new Date(Date.now() - daysAgo * dayLength) })
    if ('refused' in result) throw new Error(`an example was refused: ${result.refused}`)
  }
}

const canBeSealed = () =>
  as({ as: 'seed' }, async (tx) => {
    const [row] = await tx.execute<{ can: boolean }>(sql`select tips_can_be_sealed() as can`)
    return row?.can ?? false
  })

/** What a start that was killed has left half done is thrown away. */
const areMade = () =>
  as({ as: 'seed' }, async (tx) => {
    const made = await tx.$count(tips, eq(tips.example, true))
    if (made > 0 && made < examples.length) await tx.delete(tips).where(eq(tips.example, true))
    return made >= examples.length
  })
