import { useEffect } from 'react'
import { forgetDraft } from './draft.ts'

/** Where a submission has arrived: what was kept of it on the device is forgotten. Draws nothing. */
export function ForgetDraft() {
  useEffect(forgetDraft, [])
  return null
}
