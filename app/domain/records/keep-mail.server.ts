import { as, worker } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'

type Mail = { to: string; subject: string; text: string; language: string }

/** Keeps a mail for staff to read where no SMTP server is set. `id` (a UUID) names the occasion: kept once. */
export async function keepMail(id: string, { to, subject, text, language }: Mail): Promise<void> {
  await as(worker, (tx) =>
    tx.insert(outbox).values({ id, recipient: to, subject, body: text, language }).onConflictDoNothing(),
  )
}
