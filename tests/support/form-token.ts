import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

/** A token of a form, as its page has it, made at `now` in milliseconds. */
export const formTokenOfOurs = async (now?: number): Promise<string> =>
  newFormToken(await lastingKey('form tokens'), now)
