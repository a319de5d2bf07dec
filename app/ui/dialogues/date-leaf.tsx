type Props = { leaf: { day: string; month: string }; faded?: boolean }

/** The day as a leaf of a calendar, beside the date in words, which is the one that is read aloud. */
export function DateLeaf({ leaf, faded = false }: Props) {
  const colours = faded ? 'border-line bg-sunken text-ink-soft' : 'border-accent bg-accent-tint text-accent'
  return (
    <div
      aria-hidden="true"
      className={`flex w-[4.5rem] shrink-0 flex-col items-center self-start rounded-control border-t-[6px] px-1 pb-2 pt-1.5 ${colours}`}
    >
      <span className="text-3xl font-extrabold leading-tight">{leaf.day}</span>
      <span className="max-w-full truncate text-sm font-bold leading-tight">{leaf.month}</span>
    </div>
  )
}
