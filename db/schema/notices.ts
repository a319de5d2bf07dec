import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { staff } from './staff.ts'
import { submissions } from './submissions.ts'

/** What a member of staff is told of: a case became hers, its resident has written, its time runs out; one was routed to us. */
export const noticeKinds = ['assigned', 'replied', 'due', 'routed'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What happens to a case at some moment; what is due is found each morning instead. */
export type Happening = Exclude<NoticeKind, 'due'>
/** Of these, what is told to who has the case. */
export type OwnHappening = Exclude<Happening, 'routed'>

export const noticeWays = ['at-once', 'digest', 'never'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** How each wants to be told of each kind; who has not chosen is told in the usual way. */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    way: text({ enum: noticeWays }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.kind] })],
)

/** What waits for the next digest; gone when that is sent, or with its case. */
export const notices = pgTable(
  'notices',
  {
    /** That of the job which made it, so that it is made once. */
    id: uuid().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    madeAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.staffId), index().on(table.submissionId)],
)
