/** A photo that waits with the form: a small picture of it, and its size in words. */
export type ListedPhoto = { id: string; thumbnail: string; size: string }

/** What came of sending a photo: it waits, it was refused (in words), it did not arrive, or it was cancelled. */
export type Sent = { photo: ListedPhoto } | { refused: string } | 'failed' | 'cancelled'

type Sending = { done: Promise<Sent>; cancel: () => void }
type To = { uploadTo: string; formToken: string }

/** Sends one photo at once, telling how much of it has gone in percent. */
export function sendPhoto(file: File, { uploadTo, formToken }: To, onProgress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.set('formToken', formToken)
  form.set('photos', file)
  const done = new Promise<Sent>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? Math.floor((100 * loaded) / total) : 0),
    )
    request.addEventListener('load', () => resolve(readAnswer(request)))
    request.addEventListener('error', () => resolve('failed'))
    request.addEventListener('abort', () => resolve('cancelled'))
    request.open('POST', uploadTo)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

function readAnswer({ status, responseText }: XMLHttpRequest): Sent {
  if (status !== 200 && status !== 422) return 'failed'
  try {
    const answer = JSON.parse(responseText) as ListedPhoto | { error: { message: string } }
    return 'error' in answer ? { refused: answer.error.message } : { photo: answer }
  } catch {
    return 'failed'
  }
}

/** The photos that wait with the form; undefined when that cannot be known now. */
export async function waitingNow({ uploadTo, formToken }: To): Promise<ListedPhoto[] | undefined> {
  const body = new URLSearchParams({ formToken, listPhotos: 'yes' })
  return fetch(uploadTo, { method: 'POST', body }).then(
    async (answer) => (answer.ok ? ((await answer.json()) as { waiting: ListedPhoto[] }).waiting : undefined),
    () => undefined,
  )
}

/** Takes a photo away that waits with the form; false when that did not reach the portal. */
export async function takeAway(id: string, { uploadTo, formToken }: To): Promise<boolean> {
  const body = new URLSearchParams({ formToken, removePhoto: id })
  return fetch(uploadTo, { method: 'POST', body }).then(
    ({ ok }) => ok,
    () => false,
  )
}
