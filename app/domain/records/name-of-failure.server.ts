import { errorCode } from '#db/client.server.ts'

/** What an error is called in the log: its class, and the SQLSTATE of a database error; never its message. */
export const nameOfFailure = (error: unknown): string => errorCode(error)
