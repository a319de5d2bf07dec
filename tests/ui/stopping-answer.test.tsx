import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking } from '#app/i18n/catalogues.server.ts'
import type { FormQuestion } from '#app/ui/submit/form-parts.ts'
import { QuestionFields } from '#app/ui/submit/question-fields.tsx'

const text = (words: string) => ({ text: words, lang: 'sv' })
const question: FormQuestion = {
  ...{ key: 'what', field: 'answers.what', kind: 'choices', label: text('Vad händer?'), hint: undefined },
  ...{ limit: '500', shownWhen: null },
  options: [
    { value: 'noise', label: text('Buller'), stops: undefined },
    { value: 'shots', label: text('Skott'), stops: text('Gå därifrån och ring 112.') },
  ],
}

/** The page as it comes without script after `chosen` was posted. */
const page = (chosen: string, live: boolean) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={speaking('sv')}>
      <QuestionFields
        questions={[question]}
        values={{ 'answers.what': chosen }}
        errors={live ? {} : { 'answers.what': 'stopped' }}
        live={live}
      />
    </I18nextProvider>,
  )

test.each([true, false])('one of several answers that stops the form shows its advice (with script: %s)', (live) => {
  expect(page('noise,shots', live)).toContain('Gå därifrån och ring 112.')
})
