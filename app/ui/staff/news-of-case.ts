import type { SubmissionView } from './submission-view.server.ts'

/** What somebody else has done to a case, as a key of `staff:live`, and by whom. */
export type News = {
  what: 'moved' | 'answered' | 'wrote' | 'residentWrote' | 'noted' | 'assigned' | 'linked'
  by: string
  status?: string
}

/** What has been done to a case between two readings of it, by others than `own`. */
export function newsOfCase(before: SubmissionView, now: SubmissionView, own: string): News[] {
  const [moved, answer, message, note] = [now.history.at(-1), now.answers[0], now.thread.at(-1), newNote(before, now)]
  const news: (News | false | undefined)[] = [
    now.answers.length > before.answers.length && answer && { what: 'answered', by: answer.by ?? '' },
    now.history.length > before.history.length && moved && { what: 'moved', by: moved.by ?? '', status: now.status },
    now.thread.length > before.thread.length &&
      message && {
        what: message.sender === 'resident' ? 'residentWrote' : 'wrote',
        by: message.sender === 'resident' ? '' : (message.signedAs ?? ''),
      },
    note && { what: 'noted', by: note.by ?? '' },
    now.assignee?.id !== before.assignee?.id && { what: 'assigned', by: now.assignee?.name ?? '' },
    now.commitments.length !== before.commitments.length && { what: 'linked', by: '' },
  ]
  return news.filter((one): one is News => Boolean(one) && (one as News).by !== own)
}

const newNote = (before: SubmissionView, now: SubmissionView) =>
  now.notes.find(({ id }) => !before.notes.some((known) => known.id === id))
