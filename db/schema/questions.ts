import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { categories } from './submissions.ts'

/** The most usual first, as they are offered to who adds a question. */
export const categoryQuestionKinds = ['choice', 'choices', 'text', 'number', 'moment', 'notice'] as const
export type CategoryQuestionKind = (typeof categoryQuestionKinds)[number]

/**
 * One way to answer a choice; one that stops says why the form is not the way now. One that is withdrawn is offered no
 * longer, and stays to be read where it was chosen.
 */
export type QuestionOption = { value: string; label: Translated; stops?: Translated; withdrawn?: true }

/** The question is asked only when an earlier one was answered with one of these values. */
export type ShownWhen = { question: string; values: string[] }

/** What is asked of one category beside the text. A question that was ever answered is retired, never deleted. */
export const categoryQuestions = pgTable(
  'category_questions',
  {
    category: text({ enum: categories }).notNull(),
    key: text().notNull(),
    position: integer().notNull(),
    kind: text({ enum: categoryQuestionKinds }).notNull(),
    label: jsonb().$type<Translated>().notNull(),
    hint: jsonb().$type<Translated>(),
    options: jsonb().$type<QuestionOption[]>().notNull().default([]),
    shownWhen: jsonb().$type<ShownWhen>(),
    retiredAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.category, table.key] })],
)
