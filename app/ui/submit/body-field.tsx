import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'

/** A limit as the number itself and as it is written in the page's language. */
export type Limit = { value: number; text: string }

type Props = {
  name: string
  label: string
  hint: string
  limit: Limit
  value: string | undefined
  error: string | undefined
  /** How much too much there is, in words, when the text was too long. */
  tooLong?: string | undefined
}

/** How near the limit one must be before the number of characters left is shown. */
const nearLimit = 500

/** A long text with its limit said before, and, where script runs, how much room is left. */
export function BodyField({ name, label, hint, limit, value, error, tooLong }: Props) {
  const { t } = useTranslation()
  const control = useRef<HTMLTextAreaElement>(null)
  const [left, setLeft] = useState<number>()
  const count = () => setLeft(limit.value - (control.current?.value.length ?? 0))
  useEffect(count, [limit.value])
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(attributes) => (
        <>
          {tooLong && <p className="font-bold text-danger">{tooLong}</p>}
          <textarea
            {...attributes}
            ref={control}
            required
            rows={8}
            dir="auto"
            defaultValue={value}
            onInput={count}
            className="control"
          />
          <p role="status" className={left !== undefined && left < 0 ? 'font-bold text-danger' : 'text-ink-soft'}>
            {left !== undefined && left < nearLimit && remaining(t, left)}
          </p>
        </>
      )}
    </Field>
  )
}

const remaining = (t: (key: string, values: Record<string, number>) => string, left: number): string =>
  left < 0 ? t('submit:body.over', { over: -left }) : t('submit:body.left', { left })
