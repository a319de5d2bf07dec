import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { guessLanguage } from './guess-language.server.ts'
import { likeness, partsOf } from './likeness.ts'
import type { WrittenLanguage } from './written-languages.ts'

/** Of a longer text so much is compared, in characters. */
const comparedText = 600
/** Fewer common word stems than this say little, however short the texts are. */
const fewestStems = 4

const { id, publicTitle, publicBody } = submissions

/** By what the database knows the stems of a language; of another, each word is its own. */
const stemming: Partial<Record<WrittenLanguage, string>> = { sv: 'swedish', en: 'english', ar: 'arabic' }

/** What a text is compared in; one that is too short to tell is taken for Swedish, unless its letters say no. */
const languageOf = (text: string): WrittenLanguage | null =>
  guessLanguage(text) ?? (/\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text) ? null : 'sv')

type Public = { id: string; title: string; words: string; stems: number }

/**
 * How like the public words of some submissions are to a text, by their id: half by three-letter parts, of the title or
 * of all of it, and half by the stems they share. Those that are not there in the language of the text are left out.
 */
export async function likenessOfPublic(tx: Tx, ids: string[], body: string): Promise<Map<string, number>> {
  const language = languageOf(body)
  if (!language) return new Map()
  const text = body.normalize('NFC').slice(0, comparedText)
  const stems = (words: SQL) =>
    sql`tsvector_to_array(to_tsvector(${stemming[language] ?? 'simple'}::regconfig, ${words}))`
  const all = sql.join(
    ids.map((one) => sql`${one}`),
    sql`, `,
  )
  const rows = await tx.execute<Public>(sql`
    with near as materialized (
      select ${id}, ${publicTitle} ->> ${language} as title,
        left(concat_ws(' ', ${publicTitle} ->> ${language}, ${publicBody} ->> ${language}), ${comparedText}) as words
      from ${submissions} where ${id} in (${all}) and jsonb_exists(${publicTitle}, ${language})),
    sought as materialized (select ${stems(sql`${text.toLowerCase()}`)} as stems)
    select near.id, near.title, near.words,
      (select count(*) from unnest(theirs.stems) stem where stem = any(sought.stems))::float
        / greatest(${fewestStems}::int, least(cardinality(theirs.stems), cardinality(sought.stems))) as stems
    from near, sought, lateral (select ${stems(sql`translate(lower(near.words), 'ÅÄÖ', 'åäö')`)} as stems) theirs`)
  const sought = partsOf(text)
  const parts = ({ title, words }: Public) =>
    Math.max(likeness(partsOf(title), sought), likeness(partsOf(words), sought))
  return new Map(rows.map((row) => [row.id, (parts(row) + Math.min(1, row.stems)) / 2]))
}
