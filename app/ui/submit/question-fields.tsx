import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'
import { Notice } from '../notice.tsx'
import { ChoiceQuestion } from './choice-question.tsx'
import type { FormQuestion, Told, Values } from './form-parts.ts'
import { MomentQuestion } from './moment-question.tsx'
import type { QuestionProps } from './question-words.tsx'
import { StopBox } from './stop-box.tsx'
import { WrittenQuestion } from './written-question.tsx'

type Props = {
  questions: readonly FormQuestion[]
  values: Values
  errors: Values
  /** Whether script runs, so that an answer can be changed for the person. */
  live: boolean
  /** Where somebody writes down what another person tells. */
  told?: Told | undefined
}

/** The questions of the chosen category that are to be asked now. None must be answered. */
export function QuestionFields({ questions, values, errors, live, told }: Props) {
  const { t } = useTranslation()
  const stopping = questions.find(({ field }) => errors[field] === 'stopped')
  const chosen = stopping ? (values[stopping.field] ?? '').split(',') : []
  const advice = stopping?.options.find(({ value, stops }) => stops && chosen.includes(value))?.stops
  return (
    <fieldset className="flex flex-col gap-7">
      <legend className="mb-1 text-xl font-bold sm:text-2xl">{t('questions:legend')}</legend>
      <p className="text-ink-soft">{told ? told.hint : t('questions:hint')}</p>
      {!live && advice && <StopBox advice={advice} />}
      {/* What was on the page, so that a question that an answer brings is asked too. */}
      {!live && !told && <input type="hidden" name="asked" value={questions.map(({ key }) => key).join(',')} />}
      {questions.map((question) => (
        <QuestionField
          key={question.key}
          {...{ question, live, told }}
          value={values[question.field]}
          error={advice && question === stopping && !live ? undefined : errors[question.field]}
        />
      ))}
    </fieldset>
  )
}

function QuestionField({ live, told, ...props }: QuestionProps & { live: boolean; told: Told | undefined }) {
  const { kind, label } = props.question
  if (kind === 'notice')
    return (
      <Notice tone="wait">
        <p lang={label.lang} className="font-bold">
          <LinkedText text={label.text} />
        </p>
      </Notice>
    )
  if (kind === 'choice' || kind === 'choices') return <ChoiceQuestion {...props} {...{ live, told }} />
  if (kind === 'moment') return <MomentQuestion {...props} />
  return <WrittenQuestion {...props} />
}
