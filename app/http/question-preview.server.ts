import type { Category } from '#db/schema/submissions.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { languages, languageTags, type Language } from '#app/i18n/languages.ts'
import { formQuestions } from './form-questions.server.ts'

/** The questions of a category as a resident meets them. `query` says the language, and what is tried. */
export async function questionPreview(category: Category, query: URLSearchParams) {
  const language = languageTags.find((tag) => tag === query.get('in')) ?? 'sv'
  const posted = [...new Set(query.keys())].filter((name) => name.startsWith('answers.'))
  const values = Object.fromEntries(posted.map((name) => [name, query.getAll(name).join(',')]))
  const { stopped } = await readAnswers(category, values)
  if (stopped && query.get('go') === 'over') values[`answers.${stopped.question}`] = stopped.goesOn
  const { errors } = await readAnswers(category, values)
  return {
    ...{ category, language, values, errors },
    dir: languages[language].dir,
    languages: languageTags.map((tag) => ({ tag, name: languages[tag].name })),
    questions: (await formQuestions(language))[category] ?? [],
    texts: textsFor(language),
  }
}

/** The words around the questions, for a page that is itself in another language. */
function textsFor(language: Language) {
  const i18n = speaking(language)
  return {
    questions: i18n.getResourceBundle(language, 'questions') as Record<string, unknown>,
    submit: { danger: { call: i18n.t('submit:danger.call') } },
    errors: { field: i18n.getResource(language, 'errors', 'field') as Record<string, string> },
  }
}
