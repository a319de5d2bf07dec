import { Legend } from './legend.tsx'
import { tones, type Tone } from './told.ts'

type Part = { key: string; label: string; tone: Tone; value: number | null }

/** How a whole is divided; what is hidden takes no room in the bar. */
export function ShareBar({ parts, labelledBy }: { parts: Part[]; labelledBy: string }) {
  const all = parts.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const shares = parts.map(({ value }) => (all === 0 ? 0 : (1000 * (value ?? 0)) / all))
  const drawn = parts.map((part, n) => ({
    ...{ ...part, wide: shares[n] ?? 0 },
    from: shares.slice(0, n).reduce((sum, wide) => sum + wide, 0),
  }))
  return (
    <div className="flex flex-col gap-3">
      <svg
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={labelledBy}
        className="block h-8 w-full overflow-hidden rounded-control rtl:-scale-x-100"
      >
        <rect width="1000" height="10" className="fill-sunken" />
        {drawn.map(({ key, tone, from, wide }) => (
          <rect
            key={key}
            x={Math.round(from)}
            width={Math.max(0, Math.round(wide) - (wide > 0 ? 3 : 0))}
            height="10"
            className={tones[tone].fill}
            fillOpacity="0.85"
          />
        ))}
      </svg>
      <Legend entries={parts} />
    </div>
  )
}
