type Props = { id: string; title: string; hint?: string; children: React.ReactNode }

/** One part of a submission's page, under a heading of its own. */
export function Panel({ id, title, hint, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="card flex flex-col gap-4">
      <h2 id={`${id}-title`} className="text-xl sm:text-xl">
        {title}
      </h2>
      {hint && <p className="text-ink-soft">{hint}</p>}
      {children}
    </section>
  )
}
