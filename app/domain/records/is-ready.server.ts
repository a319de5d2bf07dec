import { reachable } from '#db/client.server.ts'

/** True when the database answers; the migrations were run before the process took requests. */
export const isReady = (): Promise<boolean> => reachable()
