import type { Socket } from 'node:net'

/**
 * How long a client may let wait what it is sent, and how slowly it may take it: what is sent has a minute, and a second
 * more for every 4,000 bytes, which the slowest of mobile nets takes. Looked at four times a minute.
 */
const usual = { lookEvery: 15_000, patience: 60_000, leastPerSecond: 4_000 }

/**
 * Cuts a connection whose client asks and then does not take the answer, or takes it drop by drop, and lets go what was
 * kept for it. What is not taken is what the system's own buffer has no more room for; as soon as nothing is left of it
 * the time begins anew.
 */
export function boundAnswerTime(socket: Socket, { lookEvery, patience, leastPerSecond } = usual): void {
  let waits: { since: number; sent: number } | undefined
  const look = setInterval(() => {
    if (socket.writableLength === 0) return void (waits = undefined)
    waits ??= { since: performance.now(), sent: socket.bytesWritten - socket.writableLength }
    const most = patience + ((socket.bytesWritten - waits.sent) / leastPerSecond) * 1_000
    if (performance.now() - waits.since > most) socket.destroy()
  }, lookEvery)
  look.unref()
  socket.once('close', () => clearInterval(look))
}
