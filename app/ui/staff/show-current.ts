/** Scrolls a row of ways sideways to the one that is current; given as the ref of the row. */
export function showCurrent(row: HTMLUListElement | null): void {
  const current = row?.querySelector<HTMLElement>('[aria-current]')
  if (row && current) row.scrollLeft = current.offsetLeft - row.clientWidth / 3
}
