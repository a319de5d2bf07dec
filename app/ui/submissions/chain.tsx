import { useTranslation } from 'react-i18next'

/** The four links of the chain, each with what it holds; `children` is missing where it is not there yet. */
export type ChainLink = { kind: 'voice' | 'answer' | 'commitment' | 'result'; children?: React.ReactNode }

const knots = {
  voice: { filled: 'bg-voice border-voice', hollow: 'border-voice', word: 'text-voice', thread: 'stroke-voice' },
  answer: { filled: 'bg-sky border-sky', hollow: 'border-sky', word: 'text-sky', thread: 'stroke-sky' },
  commitment: {
    filled: 'bg-accent border-accent',
    hollow: 'border-accent',
    word: 'text-accent',
    thread: 'stroke-accent',
  },
  result: { filled: 'bg-accent border-accent', hollow: 'border-accent', word: 'text-accent', thread: 'stroke-accent' },
} as const

/** The thread from what somebody said to what came of it: four knots, downwards on a phone, along the line on a wide page. */
export function Chain({ links }: { links: readonly ChainLink[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="chain" className="card flex flex-col gap-5">
      <h2 id="chain">{t('submissions:chain.title')}</h2>
      <ol className="grid md:grid-cols-4">
        {links.map((link, i) => (
          <Knot key={link.kind} link={link} next={links[i + 1]} />
        ))}
      </ol>
    </section>
  )
}

function Knot({ link: { kind, children }, next }: { link: ChainLink; next: ChainLink | undefined }) {
  const { t } = useTranslation()
  const { filled, hollow, word } = knots[kind]
  const there = children !== undefined
  return (
    <li className="relative flex min-h-[5rem] flex-col gap-1 pb-6 ps-12 last:min-h-0 last:pb-0 md:min-h-0 md:pb-0 md:pe-5 md:ps-0 md:pt-12">
      {next && <Thread next={next} />}
      <span
        aria-hidden="true"
        className={`absolute start-0 top-0 h-7 w-7 rounded-full border-[3px] ${there ? filled : `border-dashed bg-surface ${hollow}`}`}
      />
      <p className={`text-sm font-bold ${word}`}>{t(`submissions:chain.${kind}`)}</p>
      {there ? children : <p className="text-ink-soft">{t('submissions:chain.notYet')}</p>}
    </li>
  )
}

/** The thread to the next knot, in its colour; broken where the next is not there yet. */
function Thread({ next }: { next: ChainLink }) {
  const look = {
    fill: 'none',
    strokeWidth: 3,
    strokeLinecap: 'round',
    vectorEffect: 'non-scaling-stroke',
    className: `${knots[next.kind].thread} ${next.children === undefined ? 'opacity-60' : ''}`,
    ...(next.children === undefined ? { strokeDasharray: '2 7' } : {}),
  } as const
  return (
    <>
      <svg
        viewBox="0 0 28 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute start-0 top-7 h-[calc(100%-1.75rem)] w-7 md:hidden"
      >
        <path d="M14 0C2 30 26 70 14 100" {...look} />
      </svg>
      <svg
        viewBox="0 0 100 28"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute start-7 top-0 hidden h-7 w-[calc(100%-1.75rem)] md:block"
      >
        <path d="M0 14C30 2 70 26 100 14" {...look} />
      </svg>
    </>
  )
}
