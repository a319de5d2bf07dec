/**
 * Puts the focus into a part of a case: on its first field of that kind, unfolded where it is folded away, or on the part
 * itself where there is none.
 */
export function goToPanel(id: string, kind: 'select' | 'textarea' | 'input[type="checkbox"]'): void {
  const panel = document.getElementById(id)
  if (!panel) return
  const field = panel.querySelector<HTMLElement>(kind)
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  if (!field) panel.tabIndex = -1
  const target = field ?? panel
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}
