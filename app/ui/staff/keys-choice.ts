const name = 'nordost-keys'

/** Whether keys of one letter do anything on this device: yes, until she turns them off. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off'
  } catch {
    return true
  }
}

/** Turns them on or off, on this device. */
export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(name, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing: it holds for this page.
  }
}
