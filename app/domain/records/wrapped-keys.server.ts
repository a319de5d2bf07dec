import { deriveKey, seal, unseal } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'

const wrapping = (secret: string) => deriveKey(secret, 'wrapping of lasting keys')

/** A key as it is kept in the database: wrapped under APP_SECRET. */
export const wrapKey = (key: Buffer): string => seal(wrapping(settings().appSecret), key.toString('base64'))

/**
 * The key that was wrapped, and whether that was under APP_SECRET_OLD. Throws when neither secret opens it: then
 * APP_SECRET is not the one of this database.
 */
export function unwrapKey(wrapped: string): { key: Buffer; isOld: boolean } {
  const { appSecret, oldAppSecret } = settings()
  const opened = unseal(wrapping(appSecret), wrapped)
  if (opened) return { key: Buffer.from(opened, 'base64'), isOld: false }
  const openedByOld = oldAppSecret && unseal(wrapping(oldAppSecret), wrapped)
  if (!openedByOld) throw new Error('APP_SECRET does not open the keys in this database')
  return { key: Buffer.from(openedByOld, 'base64'), isOld: true }
}
