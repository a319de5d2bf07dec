import { createHash } from 'node:crypto'

/** The id of one mail among several of a job, by whom it goes to (her address, or the id of her bell): the same UUID each time. */
export function occasionOf(jobId: string, to: string): string {
  const digest = createHash('sha256').update(`${jobId} ${to}`).digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
