import { and, asc, eq, isNull } from 'drizzle-orm'
import { as, everyone, type Tx } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'

const { category: ofCategory, key, kind, label, hint, options, shownWhen, position, retiredAt } = categoryQuestions

const select = (tx: Tx) =>
  tx.select({ category: ofCategory, key, kind, label, hint, options, shownWhen }).from(categoryQuestions)

/** One question that is asked about a category beside the text. */
export type Question = Awaited<ReturnType<typeof allQuestions>>[number]

/** The questions that are asked now, of every category, in the order of the page. */
export const allQuestions = () =>
  as(everyone, (tx) => select(tx).where(isNull(retiredAt)).orderBy(asc(ofCategory), asc(position), asc(key)))

/** The questions that are asked now about one category, in the order of the page. */
export const questionsOf = (category: Category): Promise<Question[]> =>
  as(everyone, (tx) =>
    select(tx)
      .where(and(eq(ofCategory, category), isNull(retiredAt)))
      .orderBy(asc(position), asc(key)),
  )

/** Every question of a category for who edits them, in the order of the page; `retiredAt` says which are not asked. */
export const questionsForStaff = (staff: Staff, category: Category) =>
  as(staff, (tx) =>
    tx
      .select({ key, kind, label, hint, options, shownWhen, retiredAt })
      .from(categoryQuestions)
      .where(eq(ofCategory, category))
      .orderBy(asc(position), asc(key)),
  )

/** Every question that was ever asked about a category: what was answered before one was retired is still read. */
export const everAsked = (category: Category): Promise<Question[]> =>
  as(everyone, (tx) => select(tx).where(eq(ofCategory, category)).orderBy(asc(position), asc(key)))
