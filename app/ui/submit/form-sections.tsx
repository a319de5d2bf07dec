import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { PhotoField } from '../photos/photo-field.tsx'
import { AlreadyKnown } from './already-known.tsx'
import { BeforeSending } from './before-sending.tsx'
import { BodyField } from './body-field.tsx'
import { CategoryChoice } from './category-choice.tsx'
import { ContactFields } from './contact-fields.tsx'
import { DraftChoice } from './draft-choice.tsx'
import type { FormParts, Shown, ShownQuestions } from './form-parts.ts'
import { LiveAlreadyKnown } from './live-already-known.tsx'
import { PlacePicker } from './place-picker.tsx'
import { QuestionFields } from './question-fields.tsx'
import { questionsOf } from './questions-of.ts'
import { Summary } from './summary.tsx'
import type { Draft } from './use-draft.ts'
import type { Said } from './use-said.ts'

type Props = {
  kind: Kind
  language: Language
  parts: FormParts
  shown: Shown
  said: Said
  live: boolean
  /** The one step to show; without one, all of them. */
  step: FormStep | undefined
  shownQuestions: ShownQuestions
  draft: Draft
  formToken: string
}

/** The parts of the form in their order: one of them, or all on one page. */
export function FormSections({ kind, language, parts, shown, said, live, step, ...rest }: Props) {
  const { shownQuestions, draft, formToken } = rest
  const { t } = useTranslation()
  const { values, errors, tooLong } = shown
  // Of a tip nothing is kept on the device, and nothing like it is looked for.
  const isTip = kind === 'tip'
  const asks = (one: FormStep) => step === undefined || step === one
  const given = (key: string) => (said.answers[`answers.${key}`] ?? '').split(',')
  const questions = shownQuestions(questionsOf(parts.questions, said.category), given)
  return (
    <div className="flex flex-col gap-12">
      {asks('category') && (
        <Part name="category">
          <CategoryChoice categories={parts.categories} chosen={values.category} error={errors.category} />
        </Part>
      )}
      {asks('questions') && questions.length > 0 && (
        <Part name="questions">
          <QuestionFields key={said.category} {...{ questions, errors, live }} values={said.answers} />
        </Part>
      )}
      {asks('body') && (
        <Part name="body">
          <div className="[&_label]:text-xl [&_label]:leading-snug sm:[&_label]:text-2xl">
            <BodyField
              name="body"
              label={t(isTip ? 'submit:tipOpen.body' : `submit:${kind}.body`)}
              hint={t('submit:body.hint', { limit: parts.bodyLimit.text })}
              limit={parts.bodyLimit}
              value={values.body}
              error={errors.body}
              tooLong={tooLong}
            />
          </div>
          {live && !isTip && <DraftChoice draft={draft} />}
        </Part>
      )}
      {asks('place') && (
        <Part name="place">
          <PlacePicker {...parts} {...{ values, errors }} results={shown.results} />
          {live && !isTip && <LiveAlreadyKnown language={language} />}
        </Part>
      )}
      {step === 'known' && shown.known && <AlreadyKnown {...shown.known} />}
      {asks('contact') && (
        <Part name="contact">
          <ContactFields {...{ kind, language, values, errors }} offered={parts.offered} />
        </Part>
      )}
      {asks('photos') && (
        <Part name="photos">
          <PhotoField
            waiting={draft.state === 'restored' ? undefined : shown.waiting}
            error={errors.photos}
            refusedName={values.refusedPhoto}
            formToken={formToken}
            uploadTo={paths.submitPhotos(language)}
          />
          {step === 'photos' && <Summary lines={shown.summary} />}
          <BeforeSending {...{ language, kind }} />
        </Part>
      )}
    </div>
  )
}

const Part = ({ name, children }: { name: FormStep; children: React.ReactNode }) => (
  <div id={`part-${name}`} className="flex scroll-mt-16 flex-col gap-5">
    {children}
  </div>
)
