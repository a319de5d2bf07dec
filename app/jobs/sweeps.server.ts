import { errorCode } from '#db/client.server.ts'
import { countSearchWords } from '#app/domain/submissions/count-search-words.server.ts'
import { bringBack } from '#app/domain/submissions/bring-back.server.ts'
import { carryOutDue } from '#app/domain/submissions/carry-out.server.ts'
import { registerTips } from '#app/domain/tips/register-tips.server.ts'
import { log } from './job-log.server.ts'

const minute = 60_000

/** Looks once a minute for what is found without a job; gives the function that ends it, when the last look is done. */
export function startSweeps(): () => Promise<void> {
  let last = Promise.resolve()
  const sweep = () => {
    for (const look of [registerTips, carryOutDue, bringBack, countSearchWords])
      last = last
        .then(async () => {
          await look()
        })
        .then(
          () => undefined,
          (failure: unknown) => log.error({ error: errorCode(failure) }, 'a sweep failed'),
        )
  }
  sweep()
  const timer = setInterval(sweep, minute)
  return async () => {
    clearInterval(timer)
    await last
  }
}
