import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { WrittenText } from '../written-text.tsx'
import { DraftMarks } from './draft-marks.tsx'
import { CaseDraftLine } from './draft-line.tsx'
import { FoundList, LookAgain } from './look-again.tsx'
import { MarkedText } from './marked-text.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { Translations, wrongInOthers } from './translations.tsx'
import { TimeField } from './time-field.tsx'
import { BesideSwedish, StillRight } from './translation-parts.tsx'
import { VerbForm, type VerbReply } from './verb-form.tsx'

/** What the public reads instead of the resident's words, written beside them, and whether it is shown. */
export function PublicPanel() {
  const { t } = useTranslation()
  const { can, original, written, personal, publicTitle, publicBody } = useSubmission()
  if (!can.handle && !publicTitle) return null
  return (
    <Panel id="public" title={t('staff:public.title')} hint={can.handle ? t('staff:public.hint') : undefined}>
      <PublicState />
      <EarlierTexts />
      {can.handle ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          {original && personal && (
            <div className="flex min-w-0 flex-col gap-3 rounded-control bg-voice-tint p-4 lg:sticky lg:top-4">
              <p className="text-sm text-ink-soft">{t('staff:public.beside')}</p>
              <MarkedText paragraphs={personal.original} lang={written?.tag} />
            </div>
          )}
          <PublicForm />
        </div>
      ) : (
        <div lang="sv" className="flex max-w-text flex-col gap-2">
          <p className="font-bold">{publicTitle?.sv}</p>
          {publicBody && <WrittenText text={publicBody.sv} />}
        </div>
      )}
    </Panel>
  )
}

/** Whether it is published, and the way to change that. */
function PublicState() {
  const { t } = useTranslation()
  const { ref, publishedOn, publicTitle, publicLanguages, screened, can, personal, versions } = useSubmission()
  return (
    <div className="flex flex-col gap-3">
      {publishedOn ? (
        <p>
          {t('staff:public.published', { day: publishedOn })}{' '}
          <a href={paths.submission('sv', ref)}>{t('staff:public.see')}</a>
        </p>
      ) : (
        <p>{t(publicTitle ? (screened ? 'staff:public.draft' : 'staff:public.notScreened') : 'staff:public.none')}</p>
      )}
      {publicTitle && <p className="text-ink-soft">{t('staff:public.languages', { list: publicLanguages })}</p>}
      {personal?.saved && (
        <div className="rounded-control bg-sun-tint p-4">
          <p className="font-bold">{t('personal:saved')}</p>
          <FoundList findings={personal.saved} />
        </div>
      )}
      {can.handle && publishedOn && <VerbForm verb="unpublish" quiet submit={t('staff:public.unpublish')} />}
      {can.handle && !publishedOn && publicTitle && screened && (
        <VerbForm
          verb="publish"
          submit={t('staff:public.publish')}
          labels={{ publishAt: t('templates:plan.publishAt') }}
        >
          {({ values, errors }) => (
            <>
              {versions?.back && <Notice tone="wait">{versions.back}</Notice>}
              <TimeField
                name="publishAt"
                label={t('templates:plan.publishAt')}
                value={values.publishAt}
                error={errors.publishAt}
              />
            </>
          )}
        </VerbForm>
      )}
    </div>
  )
}

/** What the public was shown before. */
function EarlierTexts() {
  const { t } = useTranslation()
  const shown = useSubmission().versions?.shown ?? []
  if (shown.length === 0) return null
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">{t('templates:shown')}</summary>
      <ol className="flex flex-col gap-4">
        {shown.map(({ version, title, body, at, by }) => (
          <li key={version} lang="sv" className="max-w-text border-s-2 border-line-strong ps-4">
            <p className="text-sm text-ink-soft">
              {[t('staff:answer.version', { version }), at, by].filter(Boolean).join(' · ')}
            </p>
            <p className="font-bold">{title}</p>
            <WrittenText text={body} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function PublicForm() {
  const { t } = useTranslation()
  const { seen, languages, publicBody, drafts } = useSubmission()
  const draft = drafts['public-text']?.fields
  const labels = Object.fromEntries(
    languages.flatMap(({ tag, name }) => [
      [`title.${tag}`, t('staff:public.field.title', { language: name })],
      [`body.${tag}`, t('staff:public.field.body', { language: name })],
    ]),
  )
  return (
    <VerbForm verb="public-text" quiet submit={t('staff:public.save')} hidden={{ seen }} labels={labels}>
      {(reply) => (
        <>
          {drafts.rewritten && <Notice tone="wait">{t('templates:draft.rewritten')}</Notice>}
          <PublicFields tag="sv" labels={labels} reply={reply} />
          <Translations open={wrongInOthers(reply.errors)}>
            {({ tag }) => (
              <BesideSwedish
                swedish={reply.values['body.sv'] ?? (draft ? draft['body.sv'] : publicBody?.sv)}
                field="body.sv"
              >
                <PublicFields tag={tag} labels={labels} reply={reply} />
              </BesideSwedish>
            )}
          </Translations>
          {reply.look && <LookAgain findings={reply.look} />}
          <CaseDraftLine form="public-text" />
        </>
      )}
    </VerbForm>
  )
}

type FieldsProps = { tag: Language; labels: Record<string, string>; reply: VerbReply }

/** Title and text in one language; a draft holds all of the form, so that what she has emptied stays empty. */
function PublicFields({ tag, labels, reply: { values, errors } }: FieldsProps) {
  const { t } = useTranslation()
  const { publicTitle, publicBody, versions, drafts } = useSubmission()
  const draft = drafts['public-text']?.fields
  const [title, body] = [`title.${tag}`, `body.${tag}`]
  return (
    <>
      <Field name={title} label={labels[title] ?? ''} hint={t('staff:public.titleHint')} error={errors[title]}>
        {(control) => (
          <input
            {...control}
            type="text"
            lang={tag}
            dir="auto"
            defaultValue={values[title] ?? (draft ? draft[title] : publicTitle?.[tag])}
            className="control"
          />
        )}
      </Field>
      <DraftMarks field={title} />
      <TextArea
        name={body}
        label={labels[body] ?? ''}
        lang={tag}
        value={values[body] ?? (draft ? draft[body] : publicBody?.[tag])}
        error={errors[body]}
      />
      <DraftMarks field={body} />
      {tag !== 'sv' && publicBody?.[tag] && (
        <StillRight tag={tag} older={versions?.staleIn.includes(tag)} checked={values[`fresh.${tag}`] === 'yes'} />
      )}
    </>
  )
}
