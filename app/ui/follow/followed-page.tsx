import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'
import { TranslatedText, type Translation } from '../translated-text.tsx'
import { BellForm, type ShownBell } from './bell-form.tsx'
import { CloseForm } from './close-form.tsx'
import { OtherCode } from './other-code.tsx'
import { OwnData } from './own-data.tsx'

type Text = { text: string; lang: string }

type Props = {
  language: Language
  followed: {
    since: string
    bell: ShownBell | undefined
    /** Absent while it cannot be read by everybody. */
    published?:
      | {
          title: Text
          status: string
          to: string
          answer?: { body: Translation | null; signedAs: Text; on: string } | undefined
        }
      | undefined
  }
  form: { email: string | undefined; error: string | undefined }
  done: string | null
}

/** What somebody else has told and this code follows: as everybody may read it, with a bell of one's own. */
export function FollowedPage({ language, followed: { since, bell, published }, form, done }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
      <div className="flex min-w-0 max-w-text flex-1 flex-col gap-6">
        <OtherCode action={paths.follow(language)} />
        <p className="text-lg">
          {t('follow:followed.lead')} {since}
        </p>
        {published ? (
          <section className="card flex flex-col gap-4 border-s-[6px] border-s-voice">
            <p className="font-bold text-ink-soft">{published.status}</p>
            <InLanguage as="h2" text={published.title} />
            {published.answer?.body ? (
              <div className="flex flex-col gap-2 rounded-card border-s-4 border-sky bg-sky-tint p-4">
                <h3>{t('follow:thread.answer')}</h3>
                <TranslatedText text={published.answer.body} />
                <InLanguage as="p" text={published.answer.signedAs} className="font-bold" />
              </div>
            ) : (
              <p>{t('follow:followed.noAnswer')}</p>
            )}
            <p>
              <a className="button-quiet" href={published.to}>
                {t('follow:followed.read')}
              </a>
            </p>
          </section>
        ) : (
          <Notice tone="wait">
            <p>{t('follow:followed.gone')}</p>
          </Notice>
        )}
        <p>
          {t('follow:followed.own')}{' '}
          <a href={paths.submit(language)} className="font-bold">
            {t('follow:followed.tell')}
          </a>
        </p>
      </div>
      <div className="flex max-w-text flex-col gap-5 lg:w-80 lg:shrink-0">
        <BellForm {...{ language, bell, form, done }} />
        <OwnData language={language} followed />
        <CloseForm action={paths.closeCase(language)} />
      </div>
    </div>
  )
}
