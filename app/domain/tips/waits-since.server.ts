import { sql } from 'drizzle-orm'

// Of a row of `tips`, which is named so that a query of that table alone means the same.

/** The day since which a message of the resident lies unread in a tip; null where all are read. */
export const unreadSince = sql<string | null>`(select min(m.sent_on) from tip_messages m
  where m.tip_id = tips.id and m.sender = 'resident' and m.read_on is null)`

/** The day since which a tip waits for a holder: to be opened, or to have read what was written in it; null for none. */
export const waitsSince = sql<
  string | null
>`case when tips.status = 'received' then tips.received_on else ${unreadSince} end`
