import type { IncomingMessage } from 'node:http'

const takesPhotos = /^\/([a-z]{2,3}\/(submit\/(concern|idea|tip|photos)|follow)|staff\/submissions\/new)$/

/**
 * True for a post that may carry photos: multipart, to the form, to that of staff, to the thread, or to where photos go
 * by themselves.
 */
export function mayCarryPhotos({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || !headers['content-type']?.startsWith('multipart/form-data')) return false
  return takesPhotos.test((url ?? '').split('?')[0]!)
}
