import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

/** A token for one showing of a form: what is posted with it counts once, however often it is posted. */
export const freshFormToken = async (): Promise<string> => newFormToken(await lastingKey('form tokens'))
