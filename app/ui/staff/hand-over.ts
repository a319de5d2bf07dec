/** A receipt code as it is handed over: on a slip in the resident's language, and to be read out. */
export type HandOver = {
  code: string
  ref: string
  /** The address of the page where the code is used. */
  followAt: string
  /** The language of the slip, and its direction. */
  tag: string
  dir: 'ltr' | 'rtl'
  received: string
  /** What is to be said to her now, when what she told calls for more than writing down. */
  advice: { text: string; lang: string } | undefined
  spelled: { sign: string; word: string }[][]
  qr: { size: number; path: string }
  slip: Record<'title' | 'wrote' | 'use' | 'keep' | 'secret' | 'letters' | 'ref' | 'help', string>
}
