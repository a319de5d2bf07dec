const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes bytes in Crockford's base32, five bits a character; `length` characters are taken. */
export function crockford(bytes: Uint8Array, length: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const spare = BigInt(bytes.length * 8 - length * 5)
  if (spare < 0n) throw new Error('too few bytes for so many characters')
  let rest = bits >> spare
  let text = ''
  for (let index = 0; index < length; index++) {
    text = alphabet[Number(rest & 31n)] + text
    rest >>= 5n
  }
  return text
}

/** The bytes that `crockford` wrote, from text in its one form; what does not fill a byte is left out. */
export function crockfordBytes(text: string): Buffer {
  let bits = 0n
  for (const letter of text) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter))
  const length = Math.floor((text.length * 5) / 8)
  const whole = bits >> BigInt(text.length * 5 - length * 8)
  return Buffer.from(whole.toString(16).padStart(length * 2, '0'), 'hex')
}

/**
 * Reads what a person typed as Crockford's base32: any case, spaces and dashes left out, I and L read as 1, O as 0,
 * digits of Arabic, Persian and full-width script as our own. Undefined when it is not `length` such characters.
 */
export function readCrockford(text: string, length: number): string | undefined {
  const read = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return read.length === length && [...read].every((letter) => alphabet.includes(letter)) ? read : undefined
}
