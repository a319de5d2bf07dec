import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { sealBytes, unsealBytes } from './keys.ts'

const argon = promisify(argon2)
/** Argon2id as RFC 9106 advises where memory is scarce: 64 MiB, three passes; one lane, since the server has many to serve. */
const cost = { memory: 64 * 1024, passes: 3, parallelism: 1 }
const saltLength = 16

/**
 * Wraps a secret under a passphrase (Argon2id, 64 MiB, in Node's own threads; then AES-256-GCM). The result names its
 * way of wrapping first, so that a stronger one can come later. The passphrase is read the same however it was typed:
 * in Unicode's composed form and without space around it.
 */
export async function wrapUnder(passphrase: string, secret: Uint8Array): Promise<string> {
  const salt = randomBytes(saltLength)
  const sealed = sealBytes(await keyFrom(passphrase, salt), secret)
  return `argon2id-64-3.${salt.toString('base64url')}.${sealed.toString('base64url')}`
}

/** Opens what `wrapUnder` made; undefined for another passphrase, and for what was wrapped in a way not known here. */
export async function unwrapUnder(passphrase: string, wrapped: string): Promise<Buffer | undefined> {
  const [way, salt = '', sealed = ''] = wrapped.split('.')
  if (way !== 'argon2id-64-3') return undefined
  return unsealBytes(await keyFrom(passphrase, Buffer.from(salt, 'base64url')), Buffer.from(sealed, 'base64url'))
}

const keyFrom = async (passphrase: string, nonce: Buffer): Promise<Buffer> =>
  await argon('argon2id', { message: passphrase.normalize('NFKC').trim(), nonce, ...cost, tagLength: 32 })
