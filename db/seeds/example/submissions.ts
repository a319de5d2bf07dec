import type { Submission } from '../types.ts'
import { openSubmissions } from './submissions-open.ts'
import { publishedSubmissions } from './submissions-published.ts'
import { settledSubmissions } from './submissions-settled.ts'

/** Made-up concerns and ideas over all areas, categories and statuses; never a tip. */
export const submissions: Submission[] = [...publishedSubmissions, ...openSubmissions, ...settledSubmissions]
