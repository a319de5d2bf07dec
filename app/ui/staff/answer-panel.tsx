import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'
import { Choice } from './choice.tsx'
import { DraftMarks } from './draft-marks.tsx'
import { CaseDraftLine } from './draft-line.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import type { SubmissionView } from './submission-view.server.ts'
import { TemplateChoice } from './template-choice.tsx'
import { TextArea } from './text-area.tsx'
import { Translations, wrongInOthers } from './translations.tsx'
import { TimeField } from './time-field.tsx'
import { BesideSwedish, StillRight } from './translation-parts.tsx'
import { useTimesDone } from './use-times-done.ts'
import { VerbForm } from './verb-form.tsx'

const answerable = ['in_progress', 'waiting_for_resident', 'answered', 'closed']

/** The official answer with all its versions, and the form to give it or a new one. */
export function AnswerPanel() {
  const { t } = useTranslation()
  const { answers, can, category, status } = useSubmission()
  const given = useTimesDone('answer')
  const mayAnswer = can.handle && answerable.includes(status)
  return (
    <Panel id="answer" title={t('staff:answer.title')} hint={can.handle ? t('staff:answer.hint') : undefined}>
      {answers.length === 0 && <p className="text-ink-soft">{t('staff:answer.empty')}</p>}
      {answers.map((answer) => (
        <Version key={answer.version} answer={answer} />
      ))}
      {can.handle && !mayAnswer && <p>{t('staff:answer.notYet')}</p>}
      {mayAnswer && <AnswerFold key={given} />}
      {mayAnswer && answers.length === 0 && (
        <p>
          <a href={paths.staffAnswerMany(`category=${category}`)}>{t('templates:many.title')}</a>
        </p>
      )}
    </Panel>
  )
}

/**
 * The form, folded away once there is an answer; but not while she writes in it, when somebody else has answered
 * meanwhile.
 */
function AnswerFold() {
  const { t } = useTranslation()
  const { answers, drafts } = useSubmission()
  const [open] = useState(answers.length === 0 || drafts.answer !== undefined)
  return (
    <details open={open}>
      <summary hidden={answers.length === 0} className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('staff:answer.correct')}
      </summary>
      <AnswerForm />
    </details>
  )
}

/** One version: the Swedish text, which counts, and its translations. */
function Version({ answer }: { answer: SubmissionView['answers'][number] }) {
  const { t } = useTranslation()
  const { version, audience, texts, signedAs, by, at, withdrawn } = answer
  const [source, ...translated] = texts
  return (
    <article className="flex max-w-text flex-col gap-2 rounded-card bg-sky-tint p-4">
      <p className="text-sm text-ink-soft">
        {t('staff:answer.version', { version })} · {t(`staff:answer.audience.${audience}`)} · {at}
        {by && ` · ${by}`}
      </p>
      {withdrawn && <p className="font-bold">{t('staff:answer.withdrawn')}</p>}
      {source && <InLanguage as="p" text={source} className="break-words" />}
      <p>
        — <InLanguage text={signedAs} />
      </p>
      {translated.length > 0 && (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('staff:translations.written')}
          </summary>
          <div className="flex flex-col gap-3">
            {translated.map((text) => (
              <div key={text.lang}>
                <p className="text-sm text-ink-soft">
                  {text.name}
                  {text.older && <b className="ms-2 text-sun">{t('templates:older.mark')}</b>}
                </p>
                <InLanguage as="p" text={text} className="break-words" />
              </div>
            ))}
          </div>
        </details>
      )}
    </article>
  )
}

function AnswerForm() {
  const { t } = useTranslation()
  const { answers, languages, signsAs, wanted, drafts, suggested } = useSubmission()
  const draft = drafts.answer?.fields ?? suggested?.fields
  const other = languages.find(({ tag }) => tag === wanted.tag && tag !== 'sv')
  const newest = answers[0]
  const audiences = (['public', 'resident'] as const).map((audience) => ({
    value: audience,
    label: t(`staff:answer.audience.${audience}`),
  }))
  const field = (tag: string) => `answer.${tag}`
  const labels = Object.fromEntries([
    ['audience', t('staff:answer.for')],
    ['at', t('templates:plan.answerAt')],
    ...languages.map(({ tag, name }) => [field(tag), t('staff:answer.body', { language: name })]),
  ]) as Record<string, string>
  // A draft holds all of the form: what she has emptied stays empty.
  const written = (values: Record<string, string>, tag: string) =>
    values[field(tag)] ?? (draft ? draft[field(tag)] : newest?.texts.find(({ lang }) => lang === tag)?.text)
  const hidden = { after: String(newest?.version ?? 0) }
  return (
    <VerbForm verb="answer" submit={t('staff:answer.submit')} hidden={hidden} labels={labels}>
      {({ values, errors, inserted }) => {
        const isWritten = (tag: string) => tag !== 'sv' && newest?.texts.some(({ lang }) => lang === tag)
        const text = (tag: string) => (
          <div className="flex flex-col gap-2">
            <TextArea
              name={field(tag)}
              label={labels[field(tag)] ?? ''}
              lang={tag}
              hint={tag === 'sv' || tag === other?.tag ? t('staff:answer.signed', { signsAs }) : undefined}
              value={written(values, tag)}
              error={errors[field(tag)]}
              rows={6}
            />
            <DraftMarks field={field(tag)} />
            {isWritten(tag) && (
              <StillRight
                tag={tag}
                older={newest?.texts.find(({ lang }) => lang === tag)?.older}
                checked={values[`fresh.${tag}`] === 'yes'}
              />
            )}
          </div>
        )
        return (
          <>
            {drafts.overtaken && <Notice tone="wait">{t('templates:draft.overtaken')}</Notice>}
            {suggested && Object.keys(values).length === 0 && (
              <Notice>{t('templates:suggested.filled', { rule: suggested.rule, template: suggested.name })}</Notice>
            )}
            <TemplateChoice use="answer" inserted={Boolean(inserted)} />
            {other && (
              <p className="max-w-text rounded-control bg-sun-tint p-3 font-bold">
                {t('staff:answer.wanted', { language: wanted.name })}
              </p>
            )}
            <div className={other ? 'grid items-start gap-6 xl:grid-cols-2' : ''}>
              {other && <div className="rounded-control border-s-4 border-sun ps-4">{text(other.tag)}</div>}
              {text('sv')}
            </div>
            <Translations open={wrongInOthers(errors)} except={other?.tag ?? 'sv'}>
              {({ tag }) => <BesideSwedish swedish={written(values, 'sv')}>{text(tag)}</BesideSwedish>}
            </Translations>
            <Choice
              name="audience"
              label={labels.audience ?? ''}
              options={audiences}
              value={values.audience ?? draft?.audience ?? newest?.audience ?? 'public'}
              error={errors.audience}
            />
            <TimeField name="at" label={labels.at ?? ''} value={values.at ?? draft?.at} error={errors.at} />
            <CaseDraftLine form="answer" />
          </>
        )
      }}
    </VerbForm>
  )
}
