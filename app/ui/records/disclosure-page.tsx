import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FieldsetCard } from '../fieldset-card.tsx'
import { Notice } from '../notice.tsx'

type Part = {
  id: string
  label: string
  at: string
  internal: boolean
  passages: { id: string; text: string; endsParagraph: boolean }[]
}

type Props = {
  /** The case's reference. */
  of: string
  title: string
  /** Something came while the form was open, so it is shown anew. */
  changed: boolean
  secrecy: { id: string; what: string; law: string }[]
  form: { parts: Part[]; photos: { id: string; src: string; width: number; height: number }[]; seen: string }
}

/** What of a case is masked before it is given out: sentences, words wherever they stand, and photos. */
export function DisclosurePage({ of, title, changed, secrecy, form }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a href={paths.staffSubmission(of)}>{t('records:disclosure.back')}</a>
      </p>
      <header className="flex flex-col gap-2">
        <h1>{title}</h1>
        <p>{t('records:disclosure.lead')}</p>
      </header>
      {changed && (
        <Notice tone="wait" role="alert">
          {t('records:disclosure.changed')}
        </Notice>
      )}
      {secrecy.map(({ id, what, law }) => (
        <Notice key={id} tone="danger">
          <b dir="auto">{what}</b> · <span dir="auto">{law}</span>
        </Notice>
      ))}
      <form method="post" action={paths.staffDiscloseFile(of)} className="flex flex-col gap-6">
        <input type="hidden" name="seen" value={form.seen} />
        {form.parts.map((part) => (
          <Sentences key={part.id} part={part} />
        ))}
        {form.photos.length > 0 && <Photos photos={form.photos} />}
        <label className="flex flex-col gap-1.5">
          <span className="font-bold">{t('records:disclosure.words')}</span>
          <span className="text-ink-soft">{t('records:disclosure.wordsHint')}</span>
          <textarea name="words" rows={4} dir="auto" className="control" />
        </label>
        <p className="text-ink-soft">{t('records:disclosure.logged')}</p>
        <button type="submit" className="button self-start">
          {t('records:disclosure.submit')}
        </button>
      </form>
    </div>
  )
}

function Sentences({ part: { label, at, internal, passages } }: { part: Part }) {
  return (
    <FieldsetCard className="flex flex-col gap-1" legend={<Heading {...{ label, at, internal }} />}>
      {passages.map(({ id, text, endsParagraph }) => (
        <label
          key={id}
          className={`flex items-baseline gap-3 rounded-control p-2 hover:bg-sunken ${endsParagraph ? 'mb-2' : ''}`}
        >
          <input
            type="checkbox"
            name="mask"
            value={id}
            defaultChecked={internal}
            className="h-5 w-5 shrink-0 translate-y-1"
          />
          <span dir="auto" className="min-w-0 break-words">
            {text}
          </span>
        </label>
      ))}
    </FieldsetCard>
  )
}

/** What a part of the case is, when it was written, and whether it was meant for staff alone. */
function Heading({ label, at, internal }: Pick<Part, 'label' | 'at' | 'internal'>) {
  const { t } = useTranslation()
  return (
    <>
      {label} <span className="text-base font-normal text-ink-soft">· {at}</span>
      {internal && <span className="block text-sm font-normal text-sun">{t('records:disclosure.internal')}</span>}
    </>
  )
}

function Photos({ photos }: { photos: Props['form']['photos'] }) {
  const { t } = useTranslation()
  return (
    <FieldsetCard className="flex flex-col gap-4" legend={t('records:disclosure.photos')}>
      {photos.map(({ id, src, width, height }, index) => (
        <label key={id} className="flex flex-col gap-2">
          <img
            {...{ src, width, height }}
            alt=""
            loading="lazy"
            className="h-auto max-h-80 w-auto max-w-full rounded-control"
          />
          <span className="flex items-center gap-3">
            <input type="checkbox" name="leaveOut" value={id} defaultChecked className="h-5 w-5" />
            {t('records:disclosure.leaveOut', { number: index + 1 })}
          </span>
        </label>
      ))}
    </FieldsetCard>
  )
}
