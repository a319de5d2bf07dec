import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { isOfTipForm, tipFormKey } from '#app/domain/tips/tip-forms.server.ts'
import { isFormToken, newFormToken } from '#app/sealing/form-tokens.ts'

/** The key of the tokens of forms; those whose content is sealed have one of their own. */
const keyOf = (sealed: boolean): Promise<Uint8Array> => (sealed ? tipFormKey() : lastingKey('form tokens'))

/** A token for one showing of a form: what is posted with it counts once, however often it is posted. */
export const freshFormToken = async (sealed = false): Promise<string> => newFormToken(await keyOf(sealed))

/** True for a token that still counts, of a form of this sort. */
export const stillCounts = async (posted: string, sealed: boolean): Promise<boolean> =>
  isFormToken(await keyOf(sealed), posted)

/** The token that was posted while it still counts, so that what waits under it is not lost; else a fresh one. */
export async function sameFormToken(posted = ''): Promise<string> {
  const sealed = await isOfTipForm(posted)
  return (await stillCounts(posted, sealed)) ? posted : freshFormToken(sealed)
}
