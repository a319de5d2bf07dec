/** What came of a post on the page of the keys: what was wrong, or new paper shares to be printed. */
export type KeysReply = {
  verb?: string
  errors?: Record<string, string>
  refused?: string
  shares?: string[]
}
