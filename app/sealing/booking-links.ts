import { crockford, readCrockford } from './crockford.ts'
import { deriveKey, keyedHash } from './keys.ts'

const tokenLength = 20

/**
 * The id of the booking that a form makes at a dialogue: a UUID (version 8) that follows from the form's token, so that
 * the same form posted twice is one booking.
 */
export function bookingId(key: Uint8Array, dialogueId: string, formToken: string): string {
  const bytes = deriveKey(key, `booking at ${dialogueId} by ${formToken}`).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The secret in the link to a booking: 100 bits that follow from its id, so that a mail can hold the link anew. */
export const bookingToken = (key: Uint8Array, id: string): string =>
  crockford(deriveKey(key, `booking link ${id}`), tokenLength)

/** The secret of an address in its one form, or undefined when it cannot be one. */
export const readBookingToken = (text: string): string | undefined => readCrockford(text, tokenLength)

/** What a booking is found by; the secret itself is never stored. */
export const bookingTokenHash = (key: Uint8Array, token: string): string =>
  keyedHash(deriveKey(key, 'booking token hash'), token)
