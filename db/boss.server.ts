import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Tx } from './client.server.ts'

/** What the queue library asks of a database. */
// The library reads columns of its own tables from the rows, so their type is its own affair.
// oxlint-disable-next-line typescript/no-explicit-any
export type BossDatabase = { executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }> }

/**
 * Runs the queue library's statements on a client. Several statements in one text are allowed when it has no values; the
 * rows of all of them are given.
 */
export function bossDatabase(client: postgres.Sql): BossDatabase {
  return {
    async executeSql(text, values) {
      const result = await client.unsafe(text, values as never[])
      return { rows: [...result].flat() }
    },
  }
}

/** The same, inside the caller's own transaction. */
export function bossInTransaction(tx: Tx): BossDatabase {
  return {
    async executeSql(text, values = []) {
      const parts = text.split(/\$(\d+)/)
      const query = sql.join(
        parts.map((part, index) => (index % 2 ? sql`${sql.param(values[Number(part) - 1])}` : sql.raw(part))),
      )
      return { rows: [...(await tx.execute(query))] }
    },
  }
}
