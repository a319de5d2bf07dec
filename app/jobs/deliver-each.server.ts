/**
 * Delivers the mails of a job, each by itself: one that fails does not silence the others. Throws the first failure once
 * all have been tried, so that the job is tried again; whoever was reached already gets the same Message-ID then.
 */
export async function deliverEach<One>(all: readonly One[], deliverOne: (one: One) => Promise<void>): Promise<void> {
  const sent = await Promise.allSettled(all.map(deliverOne))
  const failed = sent.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}
