import { z } from 'zod'
import { photoStates, type PhotoPart } from '#db/schema/photos.ts'
import type { Translated } from '#db/schema/shared.ts'
import { withdrawalGrounds } from '#db/schema/submissions.ts'
import { requiredText } from '../submissions/input.server.ts'
import { reasonLimit } from '../submissions/limits.ts'
import { altLimit, mostBoxes, smallestBox, smallestCrop, type Redaction } from './photo-parts.ts'

type Fields = Record<string, string>
type Context = z.RefinementCtx<Fields>

const sides = ['left', 'top', 'width', 'height'] as const
const fields = z.record(z.string(), z.string('not-valid'))
const seen = z.coerce.number('not-valid').int('not-valid').min(0, 'not-valid').max(1_000_000, 'not-valid')

/**
 * What of a photo is shown and what is painted black, as the form has it: four numbers in percent for the crop
 * (`crop.left` …) and for each box (`box.1.left` …), with at most one decimal. Four empty fields are no part.
 */
export const redactionInput = fields.transform(redactionFrom)

/** The same with the text in each language (`alt.sv` …) and the version that was seen. */
export const photoEditInput = (tags: readonly string[]) =>
  fields.transform((given, context) => ({
    ...redactionFrom(given, context),
    alt: altFrom(given, tags, context),
    seen: seenFrom(given, context),
  }))

/** Who is to see a photo; to withhold it asks for a ground and a reason. */
export const photoStateInput = z.discriminatedUnion(
  'to',
  [
    z.object({ to: z.enum(photoStates).exclude(['withheld']), seen }),
    z
      .object({
        to: z.literal('withheld'),
        seen,
        ground: z.enum(withdrawalGrounds, 'missing'),
        why: requiredText(reasonLimit),
      })
      .transform(({ why, ...change }) => ({ ...change, reason: why })),
  ],
  'not-valid',
)

function redactionFrom(given: Fields, context: Context): Redaction {
  const named = Object.keys(given).flatMap(
    (name) => /^(box\.\d{1,3})\.(?:left|top|width|height)$/.exec(name)?.[1] ?? [],
  )
  const boxes = [...new Set(named)].flatMap((name) => partFrom(given, { name, smallest: smallestBox }, context) ?? [])
  if (boxes.length > mostBoxes) wrong(context, `box.${mostBoxes}.left`, 'too-many-boxes')
  const crop = partFrom(given, { name: 'crop', smallest: smallestCrop }, context)
  const isWhole = crop && crop.width === 100 && crop.height === 100
  return { crop: crop && !isWhole ? crop : null, boxes }
}

/** A part of the photo; undefined where nothing was typed, and where something is wrong, which is told to the context. */
function partFrom(
  given: Fields,
  { name, smallest }: { name: string; smallest: number },
  context: Context,
): PhotoPart | undefined {
  const typed = sides.map((side) => (given[`${name}.${side}`] ?? '').trim().replace(',', '.'))
  if (typed.every((text) => text === '')) return undefined
  const amiss = typed.map((text) => (text === '' ? 'missing' : isPercent(text) ? undefined : 'not-percent'))
  for (const [index, code] of amiss.entries()) if (code) wrong(context, `${name}.${sides[index]}`, code)
  if (amiss.some(Boolean)) return undefined
  const [left, top, width, height] = typed.map(Number) as [number, number, number, number]
  for (const [side, from, size] of [
    ['width', left, width],
    ['height', top, height],
  ] as const) {
    if (size < smallest) wrong(context, `${name}.${side}`, name === 'crop' ? 'crop-too-small' : 'box-too-small')
    // In tenths, since 0.1 and 0.2 are not 0.3.
    else if (Math.round((from + size) * 10) > 1000) wrong(context, `${name}.${side}`, 'outside-photo')
  }
  return { left, top, width, height }
}

const isPercent = (text: string): boolean => /^\d{1,3}(\.\d)?$/.test(text) && Number(text) <= 100

/** What the photo shows; null where nothing was written. Other languages only beside the Swedish. */
function altFrom(given: Fields, tags: readonly string[], context: Context): Translated | null {
  const written = tags.flatMap((tag) => {
    const text = (given[`alt.${tag}`] ?? '').trim()
    if (text.length > altLimit) wrong(context, `alt.${tag}`, 'too-long')
    return text ? [[tag, text] as const] : []
  })
  if (written.length === 0) return null
  if (!written.some(([tag]) => tag === 'sv')) wrong(context, 'alt.sv', 'missing')
  return Object.fromEntries(written) as Translated
}

function seenFrom(given: Fields, context: Context): number {
  const parsed = seen.safeParse(given.seen)
  if (!parsed.success) wrong(context, 'seen', 'not-valid')
  return parsed.data ?? 0
}

const wrong = (context: Context, field: string, message: string) =>
  context.addIssue({ code: 'custom', path: [field], message })
