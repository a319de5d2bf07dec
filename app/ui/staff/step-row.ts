/** The row of the queue that has the focus: the way to its case. */
export const rowWithFocus = (): HTMLElement | undefined => rows().find((row) => row === document.activeElement)

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** Moves the focus to the row after or before the one that has it; to the first where none has. */
export function stepRow(by: 1 | -1): void {
  const all = rows()
  const next = all[Math.max(0, all.findIndex((row) => row === document.activeElement) + by)]
  next?.focus({ preventScroll: true })
  next?.closest('li')?.scrollIntoView({ block: 'nearest' })
}

/** Marks the row that has the focus to be answered as one of many, or unmarks it, where it can be. */
export function markRow(): void {
  document.activeElement?.closest('li')?.querySelector<HTMLInputElement>('input[name="ref"]')?.click()
}
