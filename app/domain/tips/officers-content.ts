/**
 * What only officers read of a tip that was a submission before: what staff wrote and did with it. The resident, who
 * can open the tip's own key, cannot open this.
 */
export type OfficersContent = {
  registrationNumber: string | null
  /**
   * Lines of notes, moves, routings and links, of answers, marks of secrecy and what the resident thought of an answer,
   * each with its moment (ISO 8601) and who did it; of a move `to` is the status, of a routing the organisation's name,
   * of a link the commitment's Swedish title.
   */
  history: { at: string; by: string | null; what: string; to?: string | undefined; text: string }[]
}

type Row = { at: Date | null; by: string | null; to?: string | undefined; text: string | null }

/** A line of the history, of what kind `what` says. */
export const historyLine =
  (what: string) =>
  ({ at, by, to, text }: Row): OfficersContent['history'][number] => ({
    ...{ what, at: at?.toISOString() ?? '', by, to, text: text ?? '' },
  })

/** Where it belongs, so that it opens nowhere else. */
export const officersPlace = (tipId: string): string => `tip ${tipId} officers`
