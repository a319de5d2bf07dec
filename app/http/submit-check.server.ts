import type { QuestionAnswer } from '#db/schema/submissions.ts'
import { locate } from '#app/domain/areas/locate.server.ts'
import { asksFor, type FormStep } from '#app/domain/submissions/form-steps.ts'
import { submitInput, type SubmitInput } from '#app/domain/submissions/input.server.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import type { ReadForm } from './forms.server.ts'

type Errors = Record<string, string>

/** The form as it is read from a post; `input` is there when every field of its own is right. */
export type PostedForm = ReadForm<SubmitInput>

/** Everything that is wrong in a form, the answers to the category's questions among it, and those answers. */
export async function checkSubmission({
  values,
  errors,
}: PostedForm): Promise<{ errors: Errors; answers: QuestionAnswer[] }> {
  const { answers, errors: wrongAnswers } = await readAnswers(values.category ?? '', values)
  return { answers, errors: { ...withPlaceError(values, errors), ...wrongAnswers } }
}

/** What is wrong in the fields of one step; of a place also that it lies outside the district. */
export async function checkStep(step: FormStep, form: PostedForm): Promise<Errors> {
  const { errors } = await checkSubmission(form)
  const own = Object.entries(errors).filter(([field]) => asksFor(step, field))
  if (step !== 'place' || own.length > 0) return Object.fromEntries(own)
  const location = await placeIn(form.values)
  return location === undefined || 'refused' in location ? { place: location?.refused ?? 'place-missing' } : {}
}

const placeFields = submitInput.pick({ lat: true, lon: true, place: true, areaCode: true })

/** Where the place that was posted is: see `locate`; undefined when the fields are not those of a place. */
export async function placeIn(values: Record<string, string>) {
  const read = placeFields.safeParse(values)
  return read.success ? locate(read.data) : undefined
}

/** True when a place was chosen in one of the ways. */
export const hasPlace = ({ lat, lon, place, areaCode }: Record<string, string>): boolean =>
  [lat && lon, place, areaCode].some((value) => value?.trim())

const wholeArea = 'area:'

/** A search without script offers squares, stops and whole areas under one name; an area is told by what it begins with. */
export function withWholeArea(form: PostedForm): PostedForm {
  const { values, input } = form
  if (!values.place?.startsWith(wholeArea)) return form
  const chosen = { place: '', areaCode: values.place.slice(wholeArea.length) }
  const named = { ...form, values: { ...values, ...chosen } }
  return input ? { ...named, input: { ...input, ...chosen, place: undefined } } : named
}

/** Tells at the place, where it can be mended, that a point is no point, or that no place was chosen at all. */
function withPlaceError(values: Record<string, string>, { lat, lon, ...errors }: Errors): Errors {
  const place = errors.place ?? (lat || lon ? 'unknown-place' : hasPlace(values) ? undefined : 'place-missing')
  return place ? { ...errors, place } : errors
}
