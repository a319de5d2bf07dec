import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { ListedCase } from './many-cases.tsx'
import { ManyTexts, type ShownText } from './many-texts.tsx'

type BatchCase = ListedCase & { texts: ShownText[]; ended: string | null; refusal: string | null }

type Props = {
  title: string
  here: string
  /** What was just done here. */
  done: string | undefined
  refused: string | undefined
  by: string | null
  audience: 'public' | 'resident'
  /** When they are given. */
  what: string
  own: boolean
  isOpen: boolean
  unread: string[]
  /** Where those that were not given are answered anew. */
  again: string | undefined
  cases: BatchCase[]
}

/** Answers that are given together, to all or to none: each with its text, and the ways to approve them or not to give them. */
export function BatchPage({
  title,
  done,
  refused,
  by,
  audience,
  what,
  own,
  isOpen,
  unread,
  again,
  cases,
  here,
}: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      {done && !refused && (
        <Notice tone="done" role="status">
          {t(`templates:batch.done.${done}`)}
        </Notice>
      )}
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        {isOpen && <p className="text-lg">{what}</p>}
        <p>
          {by && `${by} · `}
          {t('staff:answer.for')}: <b>{t(`staff:answer.audience.${audience}`)}</b>
        </p>
      </header>
      {refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${refused}`)}
        </Notice>
      )}
      {isOpen && unread.length > 0 && (
        <Notice tone="wait">{t(own ? 'templates:plan.waitsForOther' : 'templates:batch.waitsForYou')}</Notice>
      )}
      {again && (
        <p>
          <a className="button-quiet" href={again}>
            {t('templates:batch.again')}
          </a>
        </p>
      )}
      <ul className="grid items-start gap-4 md:grid-cols-2">
        {cases.map((one) => (
          <li key={one.ref} className="card flex flex-col gap-3">
            {one.ended && (
              <p className={one.ended === 'refused' ? 'font-bold text-danger' : 'font-bold text-accent'}>
                {t(`templates:batch.ended.${one.ended}`)} {one.refusal && t(`errors:refusal.${one.refusal}`)}
              </p>
            )}
            <ManyTexts of={one} texts={one.texts} />
          </li>
        ))}
      </ul>
      {isOpen && (
        <form method="post" action={here} className="flex flex-wrap gap-3">
          <input type="hidden" name="seen" value={unread.join(',')} />
          {unread.length > 0 && !own && (
            <button type="submit" name="go" value="approve" className="button">
              {t('templates:batch.approve')}
            </button>
          )}
          <button type="submit" name="go" value="cancel" className="button-quiet">
            {t('templates:batch.cancel')}
          </button>
        </form>
      )}
    </div>
  )
}
