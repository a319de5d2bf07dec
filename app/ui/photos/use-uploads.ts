import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendPhoto, takeAway, waitingNow, type ListedPhoto } from './send-photo.ts'

/** A photo on its way: how much has gone, in percent; or why it did not get there, and whether it is worth another try. */
export type Upload = { key: number; file: File; percent: number; problem?: string | undefined; canTryAgain?: boolean }

type Given = { waiting: readonly ListedPhoto[] | undefined; formToken: string; uploadTo: string }

const most = 5
const largest = 15 * 1024 * 1024

/**
 * The photos that wait with a form and those on their way to it. They are sent as soon as they are chosen, one after the
 * other, so that they come in the order they were chosen and each has all of a poor connection.
 */
export function useUploads({ waiting, formToken, uploadTo }: Given) {
  const { t } = useTranslation()
  const to = { formToken, uploadTo }
  const [photos, setPhotos] = useState(waiting ?? [])
  const [uploads, setUploads] = useState<Upload[]>([])
  const [said, setSaid] = useState('')
  const cancels = useRef(new Map<number, () => void>())
  const unwanted = useRef(new Set<number>())
  const line = useRef(Promise.resolve())
  const nextKey = useRef(0)

  const change = (key: number, changed: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)))
  const drop = (key: number) => setUploads((all) => all.filter((one) => one.key !== key))

  // What waits is not known: the form came back without its list, or the answer to a photo was lost on the way.
  const unsure = useRef(waiting === undefined)
  const look = useCallback(async () => {
    const found = await waitingNow({ formToken, uploadTo })
    if (!found) return
    unsure.current = false
    setPhotos(found)
  }, [formToken, uploadTo])
  useEffect(() => {
    const lookIfUnsure = () => void (unsure.current && look())
    lookIfUnsure()
    window.addEventListener('online', lookIfUnsure)
    return () => window.removeEventListener('online', lookIfUnsure)
  }, [look])

  async function send(key: number, file: File): Promise<void> {
    if (unwanted.current.has(key)) return
    const { done, cancel } = sendPhoto(file, to, (percent) => {
      // What has gone whole may arrive whatever is done here: then it is taken away again.
      if (percent === 100) cancels.current.delete(key)
      change(key, { percent })
    })
    cancels.current.set(key, cancel)
    const sent = await done
    cancels.current.delete(key)
    if (sent === 'failed') {
      unsure.current = true
      return change(key, { problem: t('photos:upload.failed'), canTryAgain: true })
    }
    if (sent !== 'cancelled' && 'refused' in sent) return change(key, { problem: sent.refused })
    const isWanted = !unwanted.current.has(key)
    if (sent !== 'cancelled' && !isWanted) await takeAway(sent.photo.id, to)
    drop(key)
    if (sent === 'cancelled' || !isWanted) return
    setPhotos((all) => [...all.filter(({ id }) => id !== sent.photo.id), sent.photo])
    setSaid(t('photos:upload.done'))
  }
  const sendInTurn = (key: number, file: File) => {
    change(key, { percent: 0, problem: undefined })
    line.current = line.current.then(() => send(key, file))
  }

  return {
    photos,
    uploads,
    /** What has just happened, for those who do not see it. */
    said,
    add: (files: readonly File[]): void => {
      const free = most - photos.length - uploads.filter(({ problem }) => problem === undefined).length
      const added = files.map((file, index) => {
        const wrong = file.size > largest ? 'too-large' : index >= free ? 'too-many-photos' : undefined
        return { key: nextKey.current++, file, percent: 0, problem: wrong && t(`errors:field.${wrong}`) }
      })
      setUploads((all) => [...all, ...added])
      for (const { key, file, problem } of added) if (problem === undefined) sendInTurn(key, file)
    },
    again: ({ key, file }: Upload): void => sendInTurn(key, file),
    /** Stops a photo on its way, or lets go of one that did not get there. */
    cancel: ({ key, percent, problem }: Upload): void => {
      unwanted.current.add(key)
      cancels.current.get(key)?.()
      if (percent < 100 || problem !== undefined) drop(key)
      // It may have come all the same: then it is listed, and can be taken away.
      if (unsure.current) void look()
    },
    remove: async (id: string): Promise<void> => {
      const gone = await takeAway(id, to)
      if (gone) setPhotos((all) => all.filter((photo) => photo.id !== id))
      setSaid(t(gone ? 'photos:upload.removed' : 'photos:upload.notRemoved'))
    },
  }
}
