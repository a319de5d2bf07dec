import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import type { Category, Status } from '#db/schema/submissions.ts'
import { templates, type TemplateUse } from '#db/schema/templates.ts'
import { isUuid } from '../is-uuid.ts'
import type { Staff } from '../staff/staff.ts'
import { receives } from '../submissions/visible-to.server.ts'

export { templateUses } from '#db/schema/templates.ts'

const columns = {
  ...{ id: templates.id, use: templates.use, name: templates.name },
  ...{ category: templates.category, status: templates.status, body: templates.body },
}

/** A template as it is offered and edited. */
export type Template = Pick<typeof templates.$inferSelect, keyof typeof columns>

/** A mark of what a template says now, by which a later writing can tell whether it has changed. */
export const markOfTemplate = ({ use, name, category, status, body }: Omit<Template, 'id'>): string =>
  createHash('sha256')
    .update(JSON.stringify([use, name, category, status, body]))
    .digest('base64url')
    .slice(0, 16)

/** The templates in use of the authority that she acts for; none for who acts for none. */
export const inUseOf = ({ authority }: Staff): SQL | undefined =>
  authority ? and(eq(templates.authority, authority), isNull(templates.retiredAt)) : sql`false`

/** Every template in use of her authority, by what it is for and its name. */
export const allTemplates = (staff: Staff): Promise<Template[]> =>
  as(staff, (tx) =>
    tx
      .select(columns)
      .from(templates)
      .where(inUseOf(staff))
      .orderBy(asc(templates.use), asc(templates.name), asc(templates.id)),
  )

/** Those of them that are for an answer, by their name. */
export const answerTemplates = async (staff: Staff): Promise<Template[]> =>
  (await allTemplates(staff)).filter(({ use }) => use === 'answer')

type OfCase = { receivingAuthority: Authority; category: Category; status: Status }

/**
 * The templates that fit a case of this category which stands so: those made for it first. None for a case that she
 * does not receive.
 */
export async function templatesFor(
  staff: Staff,
  { category: ofCase, status: now, ...received }: OfCase,
): Promise<Template[]> {
  if (!receives(staff, received)) return []
  const fitting = await as(staff, (tx) =>
    tx
      .select(columns)
      .from(templates)
      .where(
        and(
          inUseOf(staff),
          or(isNull(templates.category), eq(templates.category, ofCase)),
          or(isNull(templates.status), eq(templates.status, now)),
        ),
      )
      .orderBy(asc(templates.name), asc(templates.id)),
  )
  const madeFor = (one: Template) => Number(one.category !== null) + Number(one.status !== null)
  return fitting.sort((one, other) => madeFor(other) - madeFor(one))
}

/** One template in use of her authority; undefined when there is none, it is for something else, or it is no id at all. */
export async function findTemplate(staff: Staff, wanted: string, usedAs?: TemplateUse): Promise<Template | undefined> {
  if (!isUuid(wanted)) return undefined
  const [row] = await as(staff, (tx) =>
    tx
      .select(columns)
      .from(templates)
      .where(and(eq(templates.id, wanted), inUseOf(staff), usedAs && eq(templates.use, usedAs))),
  )
  return row
}
