import { once } from '#db/once.server.ts'

const atOnce = 2

type Queue = { working: number; waiting: (() => void)[] }
const queue = once<Queue>('photos in turn', () => ({ working: 0, waiting: [] }))

/** Does the work when its turn has come: at most two photos are worked on at once, first come first served. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (queue.working < atOnce) queue.working++
  else await new Promise<void>((resolve) => queue.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = queue.waiting.shift()
    if (next) next()
    else queue.working--
  }
}
