import sodium from 'libsodium-wrappers-sumo'

/** The two halves (X25519, 32 bytes each) of a key pair: what is sealed to the public half opens with the secret one. */
export type KeyPair = { publicKey: Uint8Array; secretKey: Uint8Array }

/** What is encrypted is first made as long as the next whole number of these many bytes, so that its length tells little. */
export const textStep = 1024
export const photoStep = 64 * 1024

/** A new random key pair. */
export async function newKeyPair(): Promise<KeyPair> {
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey, secretKey: privateKey }
}

/** The public half that belongs to a secret one. */
export async function publicHalf(secretKey: Uint8Array): Promise<Uint8Array> {
  await sodium.ready
  return sodium.crypto_scalarmult_base(secretKey)
}

/** A new random key of 32 bytes for `encrypt`. */
export async function newContentKey(): Promise<Uint8Array> {
  await sodium.ready
  return sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
}

/** Seals bytes to a public key (libsodium's sealed box): only the holder of its secret half opens them. */
export async function sealTo(publicKey: Uint8Array, bytes: Uint8Array): Promise<Buffer> {
  await sodium.ready
  return Buffer.from(sodium.crypto_box_seal(bytes, publicKey))
}

/** Opens what `sealTo` made; undefined when it was sealed to another key or altered. */
export async function openWith({ publicKey, secretKey }: KeyPair, sealed: Uint8Array): Promise<Buffer | undefined> {
  await sodium.ready
  try {
    return Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, secretKey))
  } catch {
    return undefined
  }
}

/**
 * Encrypts and authenticates bytes (XChaCha20-Poly1305, random nonce first), padded to whole `step`s. `place` says where
 * the result belongs, as in `tip 3f… content`: moved to another place it does not open.
 */
export async function encrypt(
  key: Uint8Array,
  bytes: Uint8Array,
  { place, step = textStep }: { place: string; step?: number },
): Promise<Buffer> {
  await sodium.ready
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  const padded = sodium.pad(bytes, step)
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, place, null, nonce, key)
  return Buffer.concat([nonce, sealed])
}

/** Opens what `encrypt` made at the same place; undefined with another key or place, or when it was altered. */
export async function decrypt(
  key: Uint8Array,
  sealed: Uint8Array,
  { place, step = textStep }: { place: string; step?: number },
): Promise<Buffer | undefined> {
  await sodium.ready
  const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
  try {
    const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(nonceLength),
      place,
      sealed.subarray(0, nonceLength),
      key,
    )
    return Buffer.from(sodium.unpad(padded, step))
  } catch {
    return undefined
  }
}
