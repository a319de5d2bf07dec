import type { ProgressState } from '#app/domain/commitments/progress.ts'

type Text = { text: string; lang: string }
export type ToldBar = { share: number; pace: number; words: string }

/** A commitment with every number, day and list already in words. */
export type ToldCommitment = {
  number: number
  slug: string
  example: boolean
  title: Text
  /** "Polisen och Fältenheten". */
  owners: string
  state: ProgressState
  /** "minst 200 tillfällen per år"; undefined where no number is promised. */
  goal?: string | undefined
  /** When it was last reported, or that it was not. */
  report: string
  /** The period that counts now. */
  period?: string | undefined
  sentence?: string | undefined
  bar?: ToldBar | undefined
}

/** One period of a commitment in words. */
export type ToldPeriod = { name: string; state: ProgressState; sentence: string; bar: ToldBar }
