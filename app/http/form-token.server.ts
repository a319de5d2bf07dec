import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { isFormToken, newFormToken } from '#app/sealing/form-tokens.ts'

/** A token for one showing of a form: what is posted with it counts once, however often it is posted. */
export const freshFormToken = async (): Promise<string> => newFormToken(await lastingKey('form tokens'))

/** The token that was posted while it still counts, so that what waits under it is not lost; else a fresh one. */
export const sameFormToken = async (posted: string | undefined): Promise<string> =>
  posted !== undefined && isFormToken(await lastingKey('form tokens'), posted) ? posted : freshFormToken()
