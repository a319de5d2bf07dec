/** One part of a rule, by its name: when it is met, or what it does. */
export function RulePart({ name, lines }: { name: string; lines: string[] }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      {lines.map((line) => (
        <dd key={line} className="break-words">
          {line}
        </dd>
      ))}
    </div>
  )
}
