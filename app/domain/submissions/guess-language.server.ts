import { francAll } from 'franc'
import {
  arabicSigns,
  cyrillicSigns,
  ethiopicSigns,
  latinSigns,
  otherArabicLetters,
  type Signs,
} from './language-signs.ts'
import type { WrittenLanguage } from './written-languages.ts'

/** Of a longer text the beginning tells enough. */
const longest = 2000
/** With fewer letters nobody can tell. */
const fewestLetters = 6
/** A guess below this, or this close to the next, is none. */
const surest = 0.5
const clearest = 0.1

const scripts = {
  latin: /\p{Script=Latin}/gu,
  arabic: /\p{Script=Arabic}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  ethiopic: /\p{Script=Ethiopic}/gu,
}

/** Names of languages in the library's data; one that we do not know may win too, and is then no guess. */
const latinNames: Record<string, WrittenLanguage | undefined> = {
  ...{ swe: 'sv', eng: 'en', som: 'so', tur: 'tr', bos: 'bs', hrv: 'bs', srp: 'bs', fin: 'fi', pol: 'pl', spa: 'es' },
  // In Latin letters the library's name for Sorani stands for Kurmanji.
  ckb: 'ku',
  ...{ deu: undefined, fra: undefined, por: undefined, ita: undefined, ron: undefined, nld: undefined, dan: undefined },
  ...{ nob: undefined, hun: undefined, als: undefined, lit: undefined, ces: undefined, slv: undefined },
}
const arabicNames: Record<string, WrittenLanguage | undefined> = { arb: 'ar', pes: 'fa', prs: 'fa', urd: undefined }

/** The language that a text is written in, or null when it is too short, or not sure, or none that we know. */
export function guessLanguage(text: string): WrittenLanguage | null {
  const plain = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/\S*(?:@|:\/\/|www\.)\S*/g, ' ')
    .toLowerCase()
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) return null
  const mostly = (script: RegExp) => count(plain, script) > letters / 2
  if (mostly(scripts.latin)) return best(plain, latinSigns, latinNames)
  if (mostly(scripts.arabic)) return inArabicScript(plain)
  if (mostly(scripts.cyrillic)) return inCyrillicScript(plain)
  if (mostly(scripts.ethiopic)) return inEthiopicScript(plain)
  return null
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Weighs the words, the letters and what the library says of the text's sound against each other. */
function best(
  text: string,
  signs: Partial<Record<WrittenLanguage, Signs>>,
  names: Record<string, WrittenLanguage | undefined>,
): WrittenLanguage | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < 2) return null
  const sounds = francAll(text, { only: Object.keys(names), minLength: 12 })
  const sound = (tag: WrittenLanguage) =>
    Math.max(0, ...sounds.map(([name, value]) => (names[name] === tag ? value : 0)))
  const tags = Object.keys(signs) as WrittenLanguage[]
  const scores = tags
    .map((tag) => ({
      tag,
      score:
        (2 * sum(words.map((word) => weight(word, tag, signs)))) / words.length +
        0.5 * sound(tag) +
        Math.min(0.5, (1.5 * count(text, signs[tag]?.letters ?? /$^/g)) / words.length),
    }))
    .sort((one, other) => other.score - one.score)
  const [first, second] = scores
  if (!first || first.score < surest || first.score - (second?.score ?? 0) < clearest) return null
  return first.tag
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

/** A word counts for a language as much as it is that language's alone. */
function weight(word: string, tag: WrittenLanguage, signs: Partial<Record<WrittenLanguage, Signs>>): number {
  if (!signs[tag]?.words.has(word)) return 0
  return 1 / Object.values(signs).filter(({ words }) => words.has(word)).length
}

/** Sorani and Persian have letters that Arabic lacks; the library takes Sorani for Persian, so letters decide first. */
function inArabicScript(text: string): WrittenLanguage | null {
  if (otherArabicLetters.test(text)) return null
  if (/[ێۆڕڵ]/.test(text) || count(text, arabicSigns.ckb!.letters!) >= 2) return 'ckb'
  return best(text, arabicSigns, arabicNames)
}

function inCyrillicScript(text: string): WrittenLanguage | null {
  const { uk, bs, other } = cyrillicSigns
  if (count(text, bs) > count(text, uk)) return 'bs'
  return count(text, uk) > count(text, other) ? 'uk' : null
}

const inEthiopicScript = (text: string): WrittenLanguage | null =>
  count(text, ethiopicSigns.ti) >= count(text, ethiopicSigns.other) ? 'ti' : null
