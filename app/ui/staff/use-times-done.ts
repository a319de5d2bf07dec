import { useState } from 'react'
import { useLocation } from '@remix-run/react'
import { useSubmission } from './submission-context.ts'

/** How often she has done something to the case since she opened it. */
export function useTimesDone(verb: string): number {
  const { done } = useSubmission()
  const { key } = useLocation()
  const [times, setTimes] = useState({ count: 0, at: '' })
  if (done === verb && times.at !== key) setTimes({ count: times.count + 1, at: key })
  return times.count
}
