import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import type { PersonalKind } from '#app/domain/personal/spans.ts'
import type { Piece } from '#app/domain/personal/pieces-of.ts'

type Props = { paragraphs: Piece[][]; lang?: string | undefined; legend?: boolean }

/**
 * A text in which what may point out a person is marked and named, before it, in words: to the eye and to who listens.
 */
export function MarkedText({ paragraphs, lang, legend = true }: Props) {
  const { t } = useTranslation()
  const kinds = [...new Set(paragraphs.flat().flatMap(({ kind }) => kind ?? []))]
  return (
    <>
      <WrittenText
        lang={lang}
        paragraphs={paragraphs.map((pieces) =>
          pieces.map(({ text, kind }, place) => (kind ? <Marked key={place} kind={kind} text={text} /> : text)),
        )}
      />
      {legend && (
        <p className="text-sm text-ink-soft">
          {kinds.length > 0
            ? t('personal:legend', { kinds: kinds.map((kind) => t(`personal:kind.${kind}`)).join(', ') })
            : t('personal:none')}
        </p>
      )}
    </>
  )
}

/** One passage; its label is not copied with the text. */
export function Marked({ kind, text }: { kind: PersonalKind; text: string }) {
  const { t, i18n } = useTranslation()
  return (
    <mark className="rounded-sm border-b-2 border-sun bg-sun-tint px-1 text-ink">
      <span lang={i18n.language} dir="auto" className="me-1 select-none text-xs font-bold text-sun">
        {t(`personal:kind.${kind}`)}:{' '}
      </span>
      <bdi>{text}</bdi>
    </mark>
  )
}
