import { deriveKey } from '#app/sealing/keys.ts'
import { isSignedWith } from '#app/sealing/form-tokens.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/**
 * The key that signs the tokens of tips' forms. By it alone such a form is told from others, so that neither an address
 * nor a field has to say what its photos are for.
 */
export const tipFormKey = async (): Promise<Uint8Array> => deriveKey(await lastingKey('form tokens'), 'forms of tips')

/** True for the token of a tip's form, however old it is. */
export const isOfTipForm = async (formToken: string): Promise<boolean> => isSignedWith(await tipFormKey(), formToken)

/** What photos are encrypted under while they wait for their form; it follows from the token, which is stored nowhere. */
export const waitingPhotoKey = (formToken: string): Uint8Array => deriveKey(formToken, 'photos that wait for a tip')

/** What digests of photos are made under, so that a file that somebody has cannot be looked for. */
export const photoDigestKey = (formToken: string): Uint8Array => deriveKey(formToken, 'digests of photos of a tip')
