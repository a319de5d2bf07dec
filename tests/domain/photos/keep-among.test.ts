import { describe, expect, test } from 'vitest'
import { keepPhoto } from '#app/domain/photos/keep-photo.server.ts'
import { waitingPhotos } from '#app/domain/photos/waiting-photos.server.ts'
import { keepTipPhoto } from '#app/domain/tips/keep-tip-photo.server.ts'
import { waitingTipPhotos } from '#app/domain/tips/waiting-tip-photos.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { jpeg } from '../../support/pictures.ts'

describe('keepAmong, for every sort of form', () => {
  test.each([
    { sort: 'a concern', keep: keepPhoto, waiting: waitingPhotos },
    { sort: 'a tip', keep: keepTipPhoto, waiting: waitingTipPhotos },
  ])(
    'of $sort the same file twice is one photo, and a sixth is one too many, also at once',
    async ({ keep, waiting }) => {
      const formToken = await formTokenOfOurs()
      const files = await Promise.all(Array.from({ length: 6 }, jpeg))
      const first = await keep(formToken, async () => files[0]!)
      expect(first).toHaveProperty('id')
      expect(await keep(formToken, async () => files[0]!)).toEqual(first)
      const results = await Promise.all([...files, ...files].map((file) => keep(formToken, async () => file)))
      const kept = results.flatMap((result) => ('id' in result ? [result.id] : []))
      expect(new Set(kept).size).toBe(5)
      expect(results.filter((result) => 'refused' in result)).toEqual([
        { refused: 'too-many-photos' },
        { refused: 'too-many-photos' },
      ])
      expect(await waiting(formToken)).toHaveLength(5)
    },
  )
})
