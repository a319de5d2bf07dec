import { idToken, readIdToken } from '#app/sealing/id-links.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

const purpose = 'invitation link'

/** The secret of the link of an invitation, made anew from its id for the mail and for the operator. */
export const linkOfInvitation = async (id: string): Promise<string> =>
  idToken(await lastingKey('invitations'), purpose, id)

/** The id of the invitation that a link leads to, whether or not it still stands; undefined for a link that is not ours. */
export const invitationOfLink = async (token: string): Promise<string | undefined> =>
  readIdToken(await lastingKey('invitations'), purpose, token)
