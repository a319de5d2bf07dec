import type { ReactNode } from 'react'
import type { TriedOn } from './rule-fields.ts'
import { TriedCases } from './tried-cases.tsx'

type Props = {
  /** On how many it was tried and what came of it; told also to who cannot see that it has come. */
  found: string
  tried: TriedOn
  /** What is not touched by it. */
  note: string
  /** The form or the button that does it as it was tried. */
  act: ReactNode
  children: ReactNode
}

/** What came of a trial, some of it one by one, and the way to do what was tried. */
export function TrialCard({ found, tried, note, act, children }: Props) {
  return (
    <section
      aria-labelledby="trial"
      className="flex flex-col gap-4 rounded-card border-2 border-accent bg-accent-tint p-5"
    >
      <div role="status">
        <h2 id="trial" className="text-xl sm:text-2xl">
          {found}
        </h2>
      </div>
      {children}
      <TriedCases tried={tried} />
      <p className="max-w-text">{note}</p>
      {act}
    </section>
  )
}
