import { useEffect } from 'react'
import { rowName } from './case-addresses.ts'
import { KeyHelp } from './key-help.tsx'
import { markedForm } from './marked-rows.tsx'
import { markRow, rowWithFocus, stepRow } from './step-row.ts'

/**
 * The keys of the queue: from row to row, into the one that has the focus, and into the search; where `marks` says that
 * rows can be marked, also that and on to their answer.
 */
export function QueueKeys({ here, marks }: { here: string | undefined; marks: boolean }) {
  useEffect(() => {
    if (here) document.getElementById(rowName(here))?.querySelector<HTMLElement>('[data-row]')?.focus()
  }, [here])
  const acts = {
    next: () => stepRow(1),
    previous: () => stepRow(-1),
    open: () => rowWithFocus()?.click(),
    ...(marks && {
      mark: markRow,
      answer: () => document.getElementById(markedForm)?.querySelector('button')?.click(),
    }),
    search: () => document.querySelector<HTMLElement>('input[name="q"]')?.focus(),
  }
  return <KeyHelp page="queue" acts={acts} />
}
