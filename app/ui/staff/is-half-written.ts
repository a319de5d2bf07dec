/** True when something is typed or chosen in a form of the page that is not sent yet. */
export function isHalfWritten(): boolean {
  const fields = document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement>(
    'main :is(textarea, select, input:not([type="hidden"], [type="search"]))',
  )
  return [...fields].some(isChanged)
}

function isChanged(field: HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected)
  if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
    return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}
