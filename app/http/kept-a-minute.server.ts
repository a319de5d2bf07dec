type Kept<Answer> = { answer: Promise<Answer>; until: number }

const longest = 60_000

/**
 * Makes a question whose answer is the same for everybody in a language one that is asked anew after a minute at most:
 * what staff change shows within it, as on the pages that are kept whole. An answer that failed is not kept.
 */
export function keptAMinute<Key, Answer>(ask: (key: Key) => Promise<Answer>, now = Date.now) {
  const kept = new Map<Key, Kept<Answer>>()
  return (key: Key): Promise<Answer> => {
    const known = kept.get(key)
    if (known && known.until > now()) return known.answer
    const answer = ask(key).catch((error: unknown) => {
      kept.delete(key)
      throw error
    })
    kept.set(key, { answer, until: now() + longest })
    return answer
  }
}
