import { expect, test } from 'vitest'
import { dueInWords } from '#app/ui/staff/due.server.ts'

const now = new Date('2026-11-23T10:00:00Z')

test('the queue says by when somebody has to act, or how late it is', () => {
  expect(dueInWords('sv', '2026-11-20', now)).toEqual({ text: 'Försenat 3 dagar', state: 'late' })
  expect(dueInWords('en', '2026-11-22', now)).toEqual({ text: '1 day late', state: 'late' })
  expect(dueInWords('sv', '2026-11-23', now)).toEqual({ text: 'Senast i dag', state: 'today' })
  expect(dueInWords('sv', '2026-12-01', now)).toEqual({ text: 'Senast tisdag 1 december', state: 'later' })
  expect(dueInWords('sv', null, now)).toBeUndefined()
})
