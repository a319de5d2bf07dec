import { useOutletContext } from '@remix-run/react'
import type { SubmissionView } from './submission-view.server.ts'

/** The submission that the page is about, for everything on it. */
export const useSubmission = (): SubmissionView => useOutletContext<SubmissionView>()
