import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { DefaultButton } from '../photos/photo-chooser.tsx'
import { PhotoField } from '../photos/photo-field.tsx'
import type { ShownQuestions } from '../submit/form-parts.ts'
import { questionsOf } from '../submit/questions-of.ts'
import { useSaid } from '../submit/use-said.ts'
import { useScript } from '../use-script.ts'
import { EntryAnswering, EntryHow, EntryWhat, EntryWhere } from './entry-fields.tsx'
import type { EntryForm, EntryReply } from './entry-form.ts'
import { EntryQuestions } from './entry-questions.tsx'
import { ReadOut } from './read-out.tsx'

type Props = {
  parts: EntryForm
  /** What came of the post, if there was one. */
  reply: EntryReply | undefined
  shownQuestions: ShownQuestions
}

const what = ['kind', 'category', 'body'] as const
const where = ['place', 'areaCode', 'placeNote'] as const
const how = ['channel', 'interpretedFrom', 'language', 'contactEmail'] as const

/** Where staff write down what somebody tells them, with what must be read out first beside it. */
export function EntryPage({ parts, reply, shownQuestions }: Props) {
  const { t } = useTranslation()
  const shown = useMemo(
    () => reply ?? { values: {}, errors: {}, waiting: [], formToken: parts.formToken },
    [reply, parts.formToken],
  )
  const named = (name: string): [string, string] => [name, t(`staff:entry.${name === 'areaCode' ? 'area' : name}`)]
  const asked = questionsOf(parts.questions, shown.values.category)
  // In the order of the page.
  const labels = Object.fromEntries([
    ...what.map(named),
    ...asked.map(({ field, label }): [string, string] => [field, label.text]),
    ...where.map(named),
    ['photos', t('photos:short')],
    ...how.map(named),
  ])
  const wrong = ['form', ...Object.keys(labels)].filter((name) => shown.errors[name] !== undefined)
  const errors = Object.fromEntries(wrong.map((name) => [name, shown.errors[name] ?? '']))
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{t('staff:entry.title')}</h1>
        <p className="text-lg">{t('staff:entry.lead')}</p>
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="lg:sticky lg:top-4 lg:order-2">
          <ReadOut texts={parts.readOut} />
        </div>
        <Form {...{ parts, shownQuestions }} reply={shown} />
      </div>
    </div>
  )
}

/** One post with all of it, photos too, is what is sent in. */
function Form({ parts, reply, shownQuestions }: Props & { reply: EntryReply }) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const live = useScript()
  const said = useSaid(form, reply.values)
  const { values, errors, waiting, formToken } = reply
  return (
    <form
      ref={form}
      id="form"
      method="post"
      action={paths.staffEnter()}
      encType="multipart/form-data"
      noValidate
      className="relative flex min-w-0 flex-col gap-8"
    >
      <input type="hidden" name="formToken" value={formToken} />
      {!live && <DefaultButton />}
      <EntryWhat parts={parts} reply={reply} />
      <EntryQuestions questions={parts.questions} {...{ said, errors, live, shownQuestions }} />
      <EntryWhere parts={parts} reply={reply} />
      <div className="card">
        <PhotoField
          {...{ waiting, formToken }}
          error={errors.photos}
          refusedName={values.refusedPhoto}
          uploadTo={parts.uploadTo}
        />
      </div>
      <EntryHow parts={parts} reply={reply} />
      <EntryAnswering parts={parts} reply={reply} />
      <div className="flex flex-col gap-3">
        <p className="text-ink-soft">{t('staff:entry.rights')}</p>
        <button type="submit" className="button self-start px-10">
          {t('staff:entry.submit')}
        </button>
      </div>
    </form>
  )
}
