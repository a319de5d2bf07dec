type Props = {
  id?: string
  legend: React.ReactNode
  describedBy?: string | undefined
  className?: string
  children: React.ReactNode
}

/** Fields that belong together, in a card with what they are about at its head. `className` is how they are laid out. */
export function FieldsetCard({ id, legend, describedBy, className = 'stack', children }: Props) {
  return (
    <div className="card">
      <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
        <legend className="mb-4 text-xl font-bold">{legend}</legend>
        <div className={className}>{children}</div>
      </fieldset>
    </div>
  )
}
