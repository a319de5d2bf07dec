type Props = {
  /** Parts of the target, from 0 to 1: what is done, and where an even pace would be. */
  bar: { share: number; pace: number; words: string }
  label: string
}

/** How much of a target is done, with a line where an even pace would be. */
export function ProgressBar({ bar: { share, pace, words }, label }: Props) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={words}
      className="h-4 w-full overflow-hidden rounded-full border border-line bg-sunken"
    >
      <svg
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-full w-full rtl:-scale-x-100"
      >
        <rect width={share * 1000} height="10" className="fill-accent" />
        {pace > 0 && pace < 1 && (
          <line
            x1={pace * 1000}
            x2={pace * 1000}
            y2="10"
            strokeWidth="3"
            vectorEffect="non-scaling-stroke"
            className={share > pace ? 'stroke-surface' : 'stroke-ink'}
          />
        )}
      </svg>
    </div>
  )
}
