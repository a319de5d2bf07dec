import { useRef } from 'react'
import { FieldError } from '../field.tsx'
import { InLanguage } from '../in-language.tsx'
import type { Told } from './form-parts.ts'
import { QuestionWords, type QuestionProps } from './question-words.tsx'
import { StopBox } from './stop-box.tsx'

type Props = QuestionProps & { live: boolean; told: Told | undefined }

/**
 * One answer or several, each a whole row to tap. An answer that stops the form says so at once; where it is told to
 * somebody else, it only gives the advice.
 */
export function ChoiceQuestion({ question, value, error, live, told }: Props) {
  const box = useRef<HTMLFieldSetElement>(null)
  const { field, kind, options } = question
  const chosen = (value ?? '').split(',')
  const stopping = options.find((option) => option.stops && chosen.includes(option.value))
  const over = () => {
    // Of several answers those that stop are unticked; of one, another takes its place.
    for (const one of kind === 'choices' ? stoppingIn(options) : [goesOn(options)]) {
      const input = box.current?.querySelector<HTMLInputElement>(`input[value="${one}"]`)
      if (kind === 'choice' || input?.checked) input?.click()
    }
  }
  return (
    <fieldset
      ref={box}
      id={field}
      aria-describedby={error ? `${field}-error` : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-2">
        <QuestionWords question={question} />
      </legend>
      {error && <FieldError name={field} code={error} />}
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option, index) => (
          <div key={option.value} className="relative">
            <input
              type={kind === 'choice' ? 'radio' : 'checkbox'}
              id={`${field}-${index}`}
              name={field}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="peer absolute start-3.5 top-1/2 z-[1] h-5 w-5 -translate-y-1/2 accent-accent"
            />
            <label
              htmlFor={`${field}-${index}`}
              className="flex h-full min-h-[3rem] cursor-pointer items-center rounded-control border-2 border-line bg-surface py-2 pe-3 ps-11 leading-snug peer-checked:border-accent peer-checked:bg-accent-tint"
            >
              <InLanguage text={option.label} />
            </label>
          </div>
        ))}
      </div>
      {told && stopping?.stops && <told.Advice advice={stopping.stops} />}
      {!told && live && stopping?.stops && <StopBox advice={stopping.stops} onOver={over} />}
    </fieldset>
  )
}

const stoppingIn = (options: QuestionProps['question']['options']): string[] =>
  options.flatMap(({ value, stops }) => (stops ? [value] : []))

const goesOn = (options: QuestionProps['question']['options']): string =>
  options.find(({ stops }) => !stops)?.value ?? ''
