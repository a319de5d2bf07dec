/** How many are done at a time: fewer than there are connections. */
const atOnce = 6

/** Does something with each item, a few at a time. */
export async function inGroups<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let done = 0; done < items.length; done += atOnce)
    await Promise.all(items.slice(done, done + atOnce).map((item) => work(item)))
}
