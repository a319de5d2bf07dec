import { waitingPhotos } from '#app/domain/photos/waiting-photos.server.ts'
import { isOfTipForm } from '#app/domain/tips/tip-forms.server.ts'
import { waitingTipPhotos } from '#app/domain/tips/waiting-tip-photos.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** A waiting photo as `PhotoField` shows it: a small picture of it, and its size in words. */
export type ShownPhoto = { id: string; thumbnail: string; size: string }

/** The photos that wait for the form with this token, to be listed in the form; `id` asks for one alone. */
export async function photoList(language: Language, formToken: string, id?: string): Promise<ShownPhoto[]> {
  const find = (await isOfTipForm(formToken)) ? waitingTipPhotos : waitingPhotos
  const waiting = await find(formToken, id)
  return waiting.map(({ size, ...photo }) => ({
    ...photo,
    size: words(language)('photos:kilobytes', { size: formatNumber(language, Math.ceil(size / 1000)) }),
  }))
}
