/** What came of a post on the page of the keys: what was wrong, or new paper shares to be printed. */
export type KeysReply = {
  verb?: string
  errors?: Record<string, string>
  refused?: string
  /** For how long to wait before the next try. */
  wait?: string
  shares?: string[]
}
