import { useTranslation } from 'react-i18next'
import { QrCode } from '../receipt/qr-code.tsx'
import type { HandOver } from './hand-over.ts'

/** What the resident takes home: the code, large, and how to use it, in her own language. It is what gets printed. */
export function HandOverSlip({ handOver: { code, ref, followAt, tag, dir, slip, qr } }: { handOver: HandOver }) {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('staff:handover.slip')}
      lang={tag}
      dir={dir}
      className="flex flex-col gap-5 rounded-card border-2 border-accent bg-accent-tint p-5 sm:p-7 print:border-0 print:bg-transparent print:p-0"
    >
      <p className="font-bold">{slip.wrote}</p>
      <h2>{slip.title}</h2>
      <p>
        <span
          id="code"
          dir="ltr"
          translate="no"
          className="inline-block select-all font-extrabold text-[clamp(1.5rem,7vw,2.125rem)] print:text-[2.75rem] leading-snug tracking-wider"
        >
          {code}
        </span>
      </p>
      <p className="text-ink-soft">{slip.letters}</p>
      <p>{slip.use}</p>
      <div className="flex flex-wrap items-center gap-5">
        <QrCode qr={qr} label={slip.use} />
        <p dir="ltr" translate="no" className="min-w-0 break-all font-bold">
          {followAt}
        </p>
      </div>
      <p className="font-bold">{slip.keep}</p>
      <p>{slip.secret}</p>
      <p>
        {slip.ref}{' '}
        <span dir="ltr" translate="no" className="font-bold">
          {ref}
        </span>
      </p>
      <p>{slip.help}</p>
    </section>
  )
}
