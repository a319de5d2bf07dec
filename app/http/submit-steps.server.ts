import { stepBeside, stepNamed, type FormStep } from '#app/domain/submissions/form-steps.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { checkStep, hasPlace, type PostedForm } from './submit-check.server.ts'
import { knownLike, submitReply, type SubmitReply } from './submit-reply.server.ts'

type Values = Record<string, string>

/**
 * Where a button leads: on, back, to a step by its name, to what a search for a place finds, or on when what stopped
 * the form is over.
 */
export type Go = 'next' | 'back' | 'over' | 'search' | FormStep

const ways: readonly string[] = ['next', 'back', 'over', 'search'] satisfies Go[]
const isWay = (go: string | undefined): go is Exclude<Go, FormStep> => go !== undefined && ways.includes(go)

/** Where the pressed button leads; undefined for none and for "send": then all that was posted is a submission. */
export const goIn = ({ go }: Values): Go | undefined => (isWay(go) ? go : stepNamed(go))

/** Turns the page of the form: "next" checks the fields of the step first, every other way keeps all and checks none. */
export async function turnPage(
  language: Language,
  form: PostedForm,
  pressed: Go,
): Promise<{ reply: SubmitReply; status: 200 | 422 }> {
  const at = stepNamed(form.values.step) ?? 'category'
  const { values } = form
  // Who has typed a name and chosen nothing wants it to be found.
  const go = pressed === 'next' && at === 'place' && !hasPlace(values) && values.placeQuery?.trim() ? 'search' : pressed
  const errors = go === 'next' ? await checkStep(at, form) : {}
  if (Object.keys(errors).length > 0) return { reply: await submitReply(language, { values, errors }, at), status: 422 }
  const { step, changed = {} } = await turned(language, values, { at, go })
  const shown = { ...values, go, ...changed }
  // A photo that was refused on the way is not kept, so that much is told.
  const refused: Values = form.errors.photos ? { photos: form.errors.photos } : {}
  return { reply: await submitReply(language, { values: shown, errors: refused }, step), status: 200 }
}

type Turn = { at: FormStep; go: Go }

/** The step that comes, and what of the values changes with it. */
async function turned(
  language: Language,
  values: Values,
  { at, go }: Turn,
): Promise<{ step: FormStep; changed?: Values }> {
  if (go === 'over') return { step: 'questions', changed: await whenOver(values) }
  if (go === 'search') return { step: 'place' }
  if (go === 'back') return { step: values.returning ? 'photos' : await beside(language, values, { at, by: -1 }) }
  // Who changes one thing comes back to the summary; `returning` says so.
  if (go !== 'next') return { step: go, changed: at === 'photos' ? { returning: 'yes' } : {} }
  if (at === 'questions' && (await hasUnasked(values))) return { step: 'questions' }
  const next = await beside(language, values, { at, by: 1 })
  if (!values.returning || next === 'questions' || next === 'known') return { step: next }
  return { step: 'photos' }
}

/** The nearest step in a direction that has something to ask now. */
async function beside(language: Language, values: Values, { at, by }: { at: FormStep; by: 1 | -1 }): Promise<FormStep> {
  const step = stepBeside(at, by)
  if (step === undefined) return at
  if (step === 'questions' && (await questionKeys(values)).length === 0)
    return beside(language, values, { at: step, by })
  // What is known already is shown on the way on, not on the way back.
  const isKnown = step === 'known' && by === 1 && (await knownLike(language, values)) !== undefined
  return step !== 'known' || isKnown ? step : beside(language, values, { at: step, by })
}

const questionKeys = async (values: Values): Promise<string[]> =>
  (await readAnswers(values.category ?? '', values)).asked

/** An answer has brought a question that was not on the page. */
async function hasUnasked(values: Values): Promise<boolean> {
  const asked = (values.asked ?? '').split(',')
  return (await questionKeys(values)).some((key) => !asked.includes(key))
}

/** What stopped the form is over: the answer that stopped it becomes the one that goes on. */
async function whenOver(values: Values): Promise<Values> {
  const { stopped } = await readAnswers(values.category ?? '', values)
  return stopped ? { [`answers.${stopped.question}`]: stopped.goesOn } : {}
}
