type Sought = { name: string; bytes: Buffer }

const shortest = 6

/** Finds any of many runs of bytes, each under a name, in as much data as is given. */
export class ByteSearch {
  /** By the first three bytes of each run: whether there is any, and which. */
  #begins = new Uint8Array(1 << 24)
  #runs = new Map<number, Sought[]>()

  /** Looks for a run of bytes as it is. */
  add(name: string, bytes: Buffer): void {
    if (bytes.length < shortest) throw new Error(`${name} is too short to be looked for`)
    const begin = bytes.readUIntBE(0, 3)
    this.#begins[begin] = 1
    this.#runs.set(begin, [...(this.#runs.get(begin) ?? []), { name, bytes }])
  }

  /** Looks for a run of bytes as it is and in every way that programs write bytes as text. */
  addEncoded(name: string, bytes: Buffer): void {
    this.add(name, bytes)
    this.add(`${name} in hexadecimal`, Buffer.from(bytes.toString('hex')))
    this.add(`${name} in upper hexadecimal`, Buffer.from(bytes.toString('hex').toUpperCase()))
    for (const skipped of [0, 1, 2]) {
      // What lies around the run changes the letters at its ends, so these are left out.
      const whole = bytes.subarray(skipped, skipped + 3 * Math.floor((bytes.length - skipped) / 3))
      for (const encoding of ['base64', 'base64url'] as const)
        if (whole.length >= shortest) this.add(`${name} in ${encoding}`, Buffer.from(whole.toString(encoding)))
    }
  }

  /** Looks for a word, in every way that programs write text. */
  addText(name: string, text: string): void {
    this.addEncoded(name, Buffer.from(text, 'utf8'))
    const wide = Buffer.from(text, 'utf16le')
    this.addEncoded(`${name} in UTF-16`, wide)
    this.addEncoded(`${name} in UTF-16 the other way round`, Buffer.from(wide).swap16())
  }

  /** The names of what is found. */
  findIn(data: Buffer): string[] {
    const found = new Set<string>()
    let begin = 0
    for (let at = 0; at < data.length; at++) {
      begin = ((begin << 8) | data[at]!) & 0xffffff
      if (at < 2 || this.#begins[begin] === 0) continue
      for (const { name, bytes } of this.#runs.get(begin) ?? [])
        if (bytes.equals(data.subarray(at - 2, at - 2 + bytes.length))) found.add(name)
    }
    return [...found]
  }
}
