import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import type { Language } from '#app/i18n/languages.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { DangerBox } from './danger-box.tsx'
import { fieldNames } from './field-names.ts'
import { firstShowing, type FormParts, type Shown, type ShownQuestions, type Values } from './form-parts.ts'
import { LeaveNote } from './leave-note.tsx'
import { OtherWays } from './other-ways.tsx'
import type { Progress } from './step-progress.tsx'
import { SubmitForm } from './submit-form.tsx'

type Props = {
  page: { language: Language; kind: Kind; heading: string; parts: FormParts; progress: Progress }
  /** What the form is shown with after a post; of what failed, only what was typed. */
  reply: (Omit<Shown, 'fresh'> | { values: Values; errors: Values }) | undefined
  shownQuestions: ShownQuestions
}

/** The page of a form: what must be known first, the form, and beside it the ways to talk instead. */
export function SubmitPage({ page, reply, shownQuestions }: Props) {
  const { language, kind, heading, parts, progress } = page
  const { t } = useTranslation()
  const empty: Shown = { ...firstShowing, formToken: parts.formToken }
  const shown: Shown = reply ? { ...empty, step: undefined, waiting: undefined, ...reply, fresh: false } : empty
  // On a step of its own the advice to call 112 stands first, and nothing else is wrong.
  const stopped = shown.step === 'questions' && Object.values(shown.errors).includes('stopped')
  const isFirst = !shown.step || shown.step === 'category'
  // That nothing has arrived is said before all else.
  const failed = shown.errors.form === 'not-received'
  const summary = <ErrorSummary errors={shown.errors} labels={fieldNames(t, parts.questions, shown.values)} />
  return (
    <div className={`flex flex-col ${isFirst ? 'gap-7' : 'gap-3'}`}>
      <header className="flex max-w-text flex-col gap-4">
        <h1 className={isFirst ? '' : '!text-lg !tracking-normal text-ink-soft sm:!text-xl'}>{heading}</h1>
        {isFirst && <p className="text-lg">{t(kind === 'tip' ? 'submit:tipOpen.readers' : 'submit:readers')}</p>}
      </header>
      {failed && summary}
      {isFirst && <DangerBox />}
      {isFirst && <LeaveNote />}
      {!stopped && !failed && summary}
      <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
        <SubmitForm {...{ kind, language, parts, shown, progress, shownQuestions }} />
        <div className="lg:sticky lg:top-6 lg:max-w-xs">
          <OtherWays beside />
        </div>
      </div>
    </div>
  )
}
