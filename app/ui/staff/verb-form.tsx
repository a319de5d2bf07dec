import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { useActionData, useFetcher, useMatches } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Findings } from '#app/domain/personal/findings-in.server.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { useSubmission } from './submission-context.ts'

export type VerbReply = {
  values: Record<string, string>
  errors: Record<string, string>
  refused?: string | undefined
  /** The template that was inserted: its text is among the values. */
  inserted?: string | undefined
  /** What may point out a person in the text, to be looked at before it is saved. */
  look?: Findings | undefined
}

type Props = {
  verb: string
  /** What its button says. */
  submit: string
  quiet?: boolean
  /** Sent along: what the page showed when the form was drawn. */
  hidden?: Record<string, string>
  /** The names of the fields, for the list of what is wrong. */
  labels?: Record<string, string>
  children?: (reply: VerbReply) => ReactNode
}

const none: Record<string, string> = {}

/**
 * One thing that can be done to the submission: a form that posts to an address of its own. Where script runs the page
 * stays, and what is half written in other forms with it; where it does not, the page comes anew with what was typed.
 */
export function VerbForm({ verb, submit, quiet = false, hidden = none, labels = none, children }: Props) {
  const { t } = useTranslation()
  const { ref, ways } = useSubmission()
  const fetcher = useFetcher<VerbReply>()
  const posted = usePosted(verb)
  const reply = fetcher.data ?? posted ?? { values: none, errors: none }
  const round = useRound(fetcher)
  const busy = fetcher.state !== 'idle'
  return (
    <fetcher.Form
      method="post"
      action={paths.staffSubmissionVerb(ref, verb, { from: ways.from })}
      preventScrollReset
      onSubmit={(event) => busy && event.preventDefault()}
      className="flex flex-col gap-4"
    >
      {reply.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply.errors} labels={labels} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fragment key={round}>{children?.(reply)}</Fragment>
      <p>
        <button type="submit" aria-disabled={busy || undefined} className={quiet ? 'button-quiet' : 'button'}>
          {submit}
        </button>
      </p>
    </fetcher.Form>
  )
}

/** What this form was answered when the whole page came anew, at the verb's own address. */
export function usePosted(verb: string): VerbReply | undefined {
  const reply = useActionData<VerbReply>()
  const address = useMatches().at(-1)?.pathname
  const { ref } = useSubmission()
  return address === paths.staffSubmissionVerb(ref, verb) ? reply : undefined
}

/** Counts what this form has done, so that its fields are drawn anew each time: empty, or with a template in them. */
function useRound({ state, data }: { state: string; data: VerbReply | undefined }): number {
  const [round, setRound] = useState(0)
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'idle' && state === 'idle' && (data === undefined || data.inserted))
      setRound((count) => count + 1)
    before.current = state
  }, [state, data])
  return round
}
