import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { addRule } from '#app/domain/rules/add-rule.server.ts'
import type { Written } from '#app/domain/rules/mark-of-trial.ts'
import { tryRule } from '#app/domain/rules/try-rule.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'

/** A rule that is always met and only says that it presses, but for what is wanted otherwise. */
export const ruleWith = (wanted: Partial<Written> = {}): Written => ({
  ...{ name: 'En regel', areas: [], categories: [], kinds: [], languages: [], words: [], fromTime: null, toTime: null },
  ...{ organisation: null, assigneeId: null, priority: 'high', answerWithin: null, templateId: null },
  ...wanted,
})

/** Tries a rule and adds it after those that there are; gives its id. */
export async function makeRule(staff: Staff, wanted: Partial<Written>): Promise<string> {
  const rule = ruleWith(wanted)
  const trial = await tryRule(staff, { rule })
  if ('refused' in trial) throw new Error(trial.refused)
  const made = await addRule(staff, { rule, tried: trial.mark })
  if ('refused' in made) throw new Error(made.refused)
  return made.added
}

/** Ends every rule of an authority, so that those of other tests take nothing. */
export const withoutRules = (authority: 'goteborg' | 'polisen') =>
  as({ as: 'seed' }, (tx) =>
    tx.update(routingRules).set({ endedAt: new Date() }).where(eq(routingRules.authority, authority)),
  )

/** Lets no other file of tests write the rules of an authority while those of this one run. */
export function rulesAlone(authority: 'goteborg' | 'polisen'): void {
  let client: postgres.Sql
  beforeAll(async () => {
    client = postgres(process.env.TEST_DATABASE_URL!, { max: 1, onnotice: () => {} })
    await client`select pg_advisory_lock(hashtextextended(${`tests of the rules of ${authority}`}, 0))`
  })
  afterAll(() => client.end())
}
