import type { Jobs } from '#app/domain/queue.server.ts'

/** Asks an address whether it wants to be told of news; until it says yes, the bell is silent. */
export async function confirmBell(_ids: Jobs['confirm-bell'], _jobId: string): Promise<void> {}
