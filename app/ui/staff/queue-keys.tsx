import { useEffect } from 'react'
import { rowName } from './case-addresses.ts'
import { KeyHelp } from './key-help.tsx'
import { rowWithFocus, stepRow } from './step-row.ts'

/** The keys of the queue: from row to row, into the one that has the focus, and into the search. */
export function QueueKeys({ here }: { here: string | undefined }) {
  useEffect(() => {
    if (here) document.getElementById(rowName(here))?.querySelector<HTMLElement>('[data-row]')?.focus()
  }, [here])
  const acts = {
    next: () => stepRow(1),
    previous: () => stepRow(-1),
    open: () => rowWithFocus()?.click(),
    search: () => document.querySelector<HTMLElement>('input[name="q"]')?.focus(),
  }
  return <KeyHelp page="queue" acts={acts} />
}
