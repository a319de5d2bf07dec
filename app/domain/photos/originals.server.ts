import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'

/** The setting that holds the number of the disposal decision under which originals are thrown away. */
export const originalsSetting = 'photo-originals'

/** True unless a disposal decision says that the files are thrown away once they are encoded anew. */
export async function keepsOriginals(tx: Tx): Promise<boolean> {
  const [decision] = await tx
    .select({ number: portalSettings.value })
    .from(portalSettings)
    .where(eq(portalSettings.name, originalsSetting))
  return !decision?.number.trim()
}
