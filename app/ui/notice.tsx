const tones = {
  info: 'border-sky bg-sky-tint',
  wait: 'border-sun bg-sun-tint',
  done: 'border-accent bg-accent-tint',
  danger: 'border-danger bg-danger-tint',
} as const

type Props = { tone?: keyof typeof tones; role?: 'status' | 'alert' | 'note'; children: React.ReactNode }

/** A box that stands out: information, something that waits, something done, or danger. */
export function Notice({ tone = 'info', role = 'note', children }: Props) {
  return (
    <div role={role} className={`max-w-text rounded-card border-s-[6px] p-4 sm:p-5 ${tones[tone]}`}>
      {children}
    </div>
  )
}
