/** One part of a rule, by its name: when it is met, or what it does; `rule` says of which, where it is told of several. */
export function RulePart({ name, rule, lines }: { name: string; rule?: string; lines: string[] }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      {rule && (
        <dd dir="auto" className="break-words font-bold">
          {rule}
        </dd>
      )}
      {lines.map((line) => (
        <dd key={line} className="break-words">
          {line}
        </dd>
      ))}
    </div>
  )
}
