import { useEffect, useRef } from 'react'
import type { Kind } from '#db/schema/submissions.ts'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { useScript } from '../use-script.ts'
import { DraftNote } from './draft-choice.tsx'
import { FlowProgress } from './flow-progress.tsx'
import type { FormParts, Shown, ShownQuestions, Values } from './form-parts.ts'
import { FormSections } from './form-sections.tsx'
import { HiddenValues } from './hidden-values.tsx'
import { Honeypot } from './honeypot.tsx'
import { SendButton } from './send-button.tsx'
import { EnterGoesOn, StepButtons } from './step-buttons.tsx'
import { StepProgress, type Progress } from './step-progress.tsx'
import { useDraft } from './use-draft.ts'
import { useSaid } from './use-said.ts'
import { useSending } from './use-sending.ts'

type Props = {
  kind: Kind
  language: Language
  parts: FormParts
  shown: Shown
  /** Which step of how many is shown. */
  progress: Progress
  shownQuestions: ShownQuestions
}

/**
 * The form of a concern, an idea or a tip. Without script it comes one question at a time, and what was answered rides along
 * in hidden fields; with it all of it is one page. One post with all of it is a complete submission.
 */
export function SubmitForm({ kind, language, parts, shown, progress, shownQuestions }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const live = useScript()
  const draft = useDraft(form, kind, shown.fresh)
  const values = draft.values ?? shown.values
  const said = useSaid(form, values)
  const sending = useSending(form)
  const step = live ? undefined : shown.step
  useArrival(live, shown.step)

  const formToken = values.formToken ?? (draft.state === 'forgotten' ? parts.formToken : shown.formToken)
  const hasFile = step === undefined || step === 'photos'
  return (
    <form
      ref={form}
      id="form"
      method="post"
      // Said outright: the address of the page may end in the name of a field that was wrong.
      action={paths.submitKind(language, kind)}
      encType={hasFile ? 'multipart/form-data' : undefined}
      noValidate
      className="relative flex min-w-0 max-w-text flex-1 flex-col gap-8"
    >
      {step && <StepProgress {...progress} />}
      {live && <FlowProgress done={said.done} />}
      {live && <DraftNote draft={draft} />}
      <input type="hidden" name="formToken" value={formToken} />
      {!live && <EnterGoesOn next={step !== undefined && step !== 'photos'} />}
      {step && <StepFields step={step} values={values} />}
      <Honeypot value={values.website} />
      <FormSections
        key={draft.state}
        {...{ kind, language, parts, said, live, step, shownQuestions, draft, formToken }}
        shown={{ ...shown, values }}
      />
      {(step === undefined || step === 'photos') && <SendButton sending={sending} />}
      {step && <StepButtons step={step} />}
    </form>
  )
}

/** What the server must know of a single step: which it is, and all that was said on the others. */
function StepFields({ step, values }: { step: FormStep; values: Values }) {
  return (
    <>
      <input type="hidden" name="step" value={step} />
      <HiddenValues step={step} values={values} />
    </>
  )
}

/** Who came to a later step before script was there stays at it when the rest of the form appears above. */
function useArrival(live: boolean, step: FormStep | undefined): void {
  useEffect(() => {
    if (!live || !step || step === 'category') return
    document.getElementById(`part-${step}`)?.scrollIntoView()
  }, [live, step])
}
