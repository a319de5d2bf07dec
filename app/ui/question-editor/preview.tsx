import { createInstance } from 'i18next'
import { useMemo, useRef } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { i18nextOptions } from '#app/i18n/options.ts'
import { paths } from '#app/paths.ts'
import type { ShownQuestions } from '../submit/form-parts.ts'
import { QuestionFields } from '../submit/question-fields.tsx'
import { useSaid } from '../submit/use-said.ts'
import { useScript } from '../use-script.ts'
import type { QuestionPreview } from './form-parts.ts'

type Props = { preview: QuestionPreview; shownQuestions: ShownQuestions }

/**
 * The questions as the resident meets them, in the language that is chosen. They can be tried: with script they follow
 * the answers at once, without it when the button is pressed. Nothing of it is kept.
 */
export function Preview({ preview, shownQuestions }: Props) {
  const { t } = useTranslation()
  const { category, language, dir, languages } = preview
  const address = paths.staffQuestionsOf(category)
  return (
    <section
      id="preview"
      aria-labelledby="preview-title"
      className="card flex min-w-0 flex-col gap-4 scroll-mt-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto"
    >
      <h2 id="preview-title">{t('question-editor:preview.title')}</h2>
      <p className="text-ink-soft">{t('question-editor:preview.hint')}</p>
      <nav aria-label={t('question-editor:preview.language')}>
        <ul className="-mx-2 flex flex-wrap">
          {languages.map(({ tag, name }) => (
            <li key={tag}>
              <a
                href={`${address}?in=${tag}#preview`}
                lang={tag}
                aria-current={tag === language ? 'true' : undefined}
                className="inline-flex min-h-[2.75rem] items-center px-2 no-underline hover:underline aria-[current]:font-bold aria-[current]:underline"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div lang={language} dir={dir} className="border-t border-line pt-5">
        <Tried preview={preview} shownQuestions={shownQuestions} more={t('question-editor:preview.more')} />
      </div>
    </section>
  )
}

function Tried({ preview, shownQuestions, more }: Props & { more: string }) {
  const { t } = useTranslation()
  const { category, language, questions, values, errors, texts } = preview
  const i18n = useMemo(() => {
    const own = createInstance()
    void own.init({ ...i18nextOptions, lng: language, resources: { [language]: texts }, initAsync: false })
    return own
  }, [language, texts])
  const form = useRef<HTMLFormElement>(null)
  const live = useScript()
  const said = useSaid(form, values)
  const given = (key: string) => (said.answers[`answers.${key}`] ?? '').split(',')
  const shown = shownQuestions(questions, given)
  if (questions.length === 0) return <p>{t('question-editor:preview.none')}</p>
  return (
    <form
      ref={form}
      method="get"
      action={`${paths.staffQuestionsOf(category)}#preview`}
      className="flex flex-col gap-6"
    >
      <input type="hidden" name="in" value={language} />
      <I18nextProvider i18n={i18n}>
        <QuestionFields questions={shown} values={said.answers} errors={errors} live={live} />
      </I18nextProvider>
      {!live && (
        <p>
          <button type="submit" className="button-quiet">
            {more}
          </button>
        </p>
      )}
    </form>
  )
}
