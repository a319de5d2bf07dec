export type Progress = { number: number; count: number; text: string }

/** Where in the form one is: in words, and as so many marks of so many. */
export function StepProgress({ number, count, text }: Progress) {
  return (
    <div className="flex max-w-text flex-col gap-2">
      <p className="font-bold text-ink-soft">{text}</p>
      <div aria-hidden="true" className="flex gap-1.5">
        {Array.from({ length: count }, (_, index) => (
          <span key={index} className={`h-2 flex-1 rounded-full ${index < number ? 'bg-accent' : 'bg-line'}`} />
        ))}
      </div>
    </div>
  )
}
