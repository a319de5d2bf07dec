import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'
import { TranslatedText, type Translation } from '../translated-text.tsx'
import { EarlierTexts, type EarlierText } from './earlier-texts.tsx'
import { PublicPhotos, type PublicPhoto } from './public-photos.tsx'
import { PublicStatusBadge, type ListedSubmission } from './submission-card.tsx'

type Props = {
  voice: ListedSubmission & {
    body: Translation
    photos: PublicPhoto[]
    earlier: EarlierText[]
    changed: string | undefined
  }
  language: Language
}

/** What somebody said, as the public may read it, and the few facts about it. */
export function Voice({ voice, language }: Props) {
  const { t } = useTranslation()
  const { ref, kind, category, status, title, body, area, publishedOn, example } = voice
  return (
    <article className="flex flex-col gap-4 rounded-card border border-line border-s-[6px] border-s-voice bg-surface p-5 shadow-card sm:p-8">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold text-voice">{t(`submissions:kind.${kind}`)}</span>
        <PublicStatusBadge status={status} />
        {example && <ExampleMark />}
      </p>
      <InLanguage as="h1" text={title} className="max-w-text" />
      <TranslatedText text={body} className="max-w-text text-lg" />
      <PublicPhotos photos={voice.photos} />
      <p className="max-w-text text-sm text-ink-soft">{t('submissions:rewritten')}</p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 border-t border-line pt-4">
        <Fact name={t('submissions:facts.area')}>
          <a href={paths.area(language, area.slug)} lang="sv">
            {area.name}
          </a>
        </Fact>
        <Fact name={t('submissions:facts.category')}>{t(`categories:${category}`)}</Fact>
        <Fact name={t('submissions:facts.published')}>{publishedOn}</Fact>
        <Fact name={t('submissions:facts.ref')}>
          <span dir="ltr">{ref}</span>
        </Fact>
      </dl>
      <EarlierTexts texts={voice.earlier} changed={voice.changed} />
    </article>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
