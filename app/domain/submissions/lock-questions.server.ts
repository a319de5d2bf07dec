import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'

const { category: ofCategory, key, kind, label, hint, options, shownWhen, position, retiredAt } = categoryQuestions

/**
 * Every question of a category in the order of the page, those that are retired among them. Nobody else changes any of
 * them until the transaction ends.
 */
export async function lockQuestions(tx: Tx, category: Category) {
  // A category without questions has no row to lock.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`questions of ${category}`}, 0))`)
  const all = await tx
    .select({ key, kind, label, hint, options, shownWhen, position, retiredAt })
    .from(categoryQuestions)
    .where(eq(ofCategory, category))
    .orderBy(asc(position), asc(key))
  return { all, asked: all.filter((question) => question.retiredAt === null) }
}

/** What an audit line is about: one question of a category. */
export const questionSubject = (category: Category, questionKey: string): string =>
  `question:${category}/${questionKey}`
