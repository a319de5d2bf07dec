import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'
import { LinkedText } from '../linked-text.tsx'
import { Notice } from '../notice.tsx'
import { CommitmentCard } from './commitment-card.tsx'
import type { ToldCommitment } from './told.ts'

type Text = { text: string; lang: string }
type Props = {
  language: Language
  pledge: {
    example: boolean
    title: Text
    period: string
    /** Said where the pledge has ended. */
    ended?: string | undefined
    situation: Text
    focus: Text
    aims: Text[]
    followAlong: Text
    contact: Text
    countWords: string
    commitments: ToldCommitment[]
    others: { slug: string; example: boolean; title: Text }[]
  }
}

/** A whole pledge: why, what was promised, how each promise goes, and how to follow along. */
export function PledgeView({ language, pledge }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-3">
        <InLanguage as="h1" text={pledge.title} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          {pledge.period} {pledge.example && <ExampleMark />}
        </p>
        <p className="max-w-text border-s-4 border-accent ps-4 text-lg font-bold sm:text-xl">
          <InLanguage text={pledge.focus} />
        </p>
        {pledge.ended && <Notice tone="wait">{pledge.ended}</Notice>}
      </header>
      <section aria-labelledby="promises" className="flex flex-col gap-5">
        <div className="flex max-w-text flex-col gap-1">
          <h2 id="promises">{pledge.countWords}</h2>
          {!pledge.ended && (
            <>
              <p>{t('commitments:lead')}</p>
              <p className="text-sm text-ink-soft">{t('commitments:paceRule')}</p>
            </>
          )}
        </div>
        <ul className="grid gap-4 md:grid-cols-2">
          {pledge.commitments.map((commitment) => (
            <li key={commitment.slug}>
              <CommitmentCard commitment={commitment} language={language} />
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        <Words title={t('commitments:situation')} text={pledge.situation} />
        <section className="flex flex-col gap-2">
          <h2>{t('commitments:aims')}</h2>
          <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-accent">
            {pledge.aims.map((aim) => (
              <li key={aim.text}>
                <InLanguage text={aim} />
              </li>
            ))}
          </ul>
        </section>
        <Words title={t('commitments:followAlong')} text={pledge.followAlong} />
        <section className="flex flex-col gap-2">
          <h2>{t('commitments:contact')}</h2>
          <p lang={pledge.contact.lang} dir="auto">
            <LinkedText text={pledge.contact.text} />
          </p>
        </section>
      </div>
      {pledge.others.length > 0 && (
        <nav aria-labelledby="others" className="flex flex-col gap-2">
          <h2 id="others">{t('commitments:earlier')}</h2>
          <ul>
            {pledge.others.map(({ slug, title, example }) => (
              <li key={slug} className="flex min-h-[2.75rem] flex-wrap items-center gap-3">
                <a href={paths.pledge(language, slug)}>
                  <InLanguage text={title} />
                </a>
                {example && <ExampleMark />}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function Words({ title, text }: { title: string; text: Text }) {
  return (
    <section className="flex flex-col gap-2">
      <h2>{title}</h2>
      <InLanguage as="p" text={text} />
    </section>
  )
}
