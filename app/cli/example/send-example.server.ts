import sharp from 'sharp'
import type { Submission } from '#db/seeds/types.ts'
import { keepPhoto } from '#app/domain/photos/keep-photo.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { enter } from '#app/domain/submissions/enter.server.ts'
import type { SubmitInput } from '#app/domain/submissions/input.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { drawDarkPath, pictureSize } from './draw-dark-path.ts'

/** Sends an example in as a resident does, or as `writer` does for her where she told it; gives its code. */
export async function sendExample(example: Submission, writer: Staff): Promise<{ code: string; ref: string }> {
  const input = await inputOf(example)
  for (const { lit } of example.photos ?? []) await addPhoto(input.formToken, lit)
  const sent = example.told
    ? await enter(writer, input, { interpretedFrom: undefined, ...example.told, example: true })
    : await submit(input, { example: true, heldFor: example.heldFor ?? [] })
  if ('refused' in sent) throw new Error(`an example was refused: ${sent.refused}`)
  return sent
}

async function inputOf(example: Submission): Promise<SubmitInput> {
  const { kind, category, body, placeNote = '', language, areaCode, answers = [] } = example
  return {
    ...{ kind, category, body, placeNote, language, answers, contactEmail: undefined },
    ...{ lat: undefined, lon: undefined, place: undefined, areaCode: undefined },
    ...('wholeArea' in example ? { areaCode } : {}),
    ...('place' in example ? { place: example.place } : {}),
    ...('lat' in example ? { lat: example.lat, lon: example.lon } : {}),
    formToken: newFormToken(await lastingKey('form tokens')),
  }
}

/** The photo is drawn, and comes as the file of a camera would. */
async function addPhoto(formToken: string, lit: readonly number[]): Promise<void> {
  const raw = { ...pictureSize, channels: 3 } as const
  const file = await sharp(drawDarkPath(lit), { raw }).blur(0.7).jpeg({ quality: 70 }).toBuffer()
  const kept = await keepPhoto(formToken, async () => file)
  if ('refused' in kept) throw new Error(`a photo of an example was refused: ${kept.refused}`)
}
