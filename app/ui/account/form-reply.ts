/** What a form of the account pages was answered. */
export type AccountReply = {
  values?: Record<string, string>
  errors?: Record<string, string>
  refused?: string | undefined
}
