/** The operator asked for what cannot be done; the message is one line, fit for the terminal. */
export class CommandError extends Error {}
