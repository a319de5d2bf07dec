import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import { Choice } from './choice.tsx'
import { useSubmission } from './submission-context.ts'
import type { SubmissionView } from './submission-view.server.ts'
import { VerbForm } from './verb-form.tsx'

type Standard = NonNullable<SubmissionView['standard']>

/** Replies that are written beforehand, for who does not write the resident's language. */
export function StandardReplies() {
  const { t } = useTranslation()
  const { standard, formToken, wanted } = useSubmission()
  const [chosen, setChosen] = useState('')
  if (!standard) return null
  const labels = { standard: t('staff:replies.choose') }
  const options = standard.list.map(({ name }) => ({ value: name, label: t(`staff:replies.name.${name}`) }))
  const shown = standard.list.find(({ name }) => name === chosen)
  const inSwedish = standard.tag === 'sv'
  return (
    <section aria-labelledby="replies-title" className="flex flex-col gap-4 border-t border-line pt-5">
      <h3 id="replies-title">{t('staff:replies.title')}</h3>
      <p className="text-ink-soft">
        {t(inSwedish ? 'staff:replies.hintSwedish' : 'staff:replies.hint')} {t('staff:replies.asks')}
      </p>
      <Reviewed standard={standard} language={wanted.name} />
      <VerbForm verb="standard-reply" quiet submit={t('staff:replies.submit')} hidden={{ formToken }} labels={labels}>
        {({ values, errors }) => (
          <div onChange={(event) => setChosen(chosenIn(event.target) ?? chosen)} className="flex flex-col gap-4">
            <Choice
              name="standard"
              label={labels.standard}
              options={options}
              none={t('staff:replies.none')}
              value={values.standard ?? ''}
              error={errors.standard}
            />
            {shown && <BothTexts reply={shown} />}
          </div>
        )}
      </VerbForm>
      <details>
        <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
          {t('staff:replies.see')}
        </summary>
        <dl className="flex flex-col gap-5">
          {standard.list.map((reply) => (
            <div key={reply.name} className="flex flex-col gap-1">
              <dt className="font-bold">{t(`staff:replies.name.${reply.name}`)}</dt>
              <dd>
                <BothTexts reply={reply} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}

const chosenIn = (target: EventTarget): string | undefined =>
  target instanceof HTMLSelectElement ? target.value : undefined

/** Whether somebody has reviewed the translation that would be sent. */
function Reviewed({ standard: { tag, isWanted, reviewed }, language }: { standard: Standard; language: string }) {
  const { t } = useTranslation()
  if (!isWanted) return <p>{t('staff:replies.swedishOnly', { language })}</p>
  if (tag === 'sv') return null
  return reviewed ? (
    <p>{t('staff:replies.reviewed', { language })}</p>
  ) : (
    <p className="font-bold text-sun">{t('staff:replies.unreviewed', { language })}</p>
  )
}

/** A reply in the resident's language and, beside it, in Swedish. */
function BothTexts({ reply: { own, swedish } }: { reply: Standard['list'][number] }) {
  return (
    <div className="grid gap-3 rounded-control bg-sunken p-4 lg:grid-cols-2">
      <InLanguage as="p" text={own} className="break-words" />
      {own.lang !== 'sv' && (
        <InLanguage
          as="p"
          text={swedish}
          className="break-words border-t border-line pt-3 text-ink-soft lg:border-s lg:border-t-0 lg:ps-4 lg:pt-0"
        />
      )}
    </div>
  )
}
