import { describe, expect, test } from 'vitest'
import { roles, type Role } from '#db/schema/staff.ts'
import { assertMay, may, type Permission } from '#app/domain/staff/permissions.ts'

/** Written out once more by hand, so that a right cannot change without somebody meaning it. */
const matrix: Record<Role, Permission[]> = {
  admin: ['outbox.read', 'settings.edit', 'staff.edit'],
  officer: [
    ...['submissions.read', 'submissions.enter', 'triage', 'note', 'answer', 'publish', 'commitments.report'],
    ...['insights', 'tips.read'],
  ] as Permission[],
  coordinator: [
    ...['submissions.read', 'submissions.enter', 'triage', 'note', 'answer', 'publish', 'commitments.report'],
    ...['insights', 'commitments.edit', 'dialogues.edit', 'questions.edit'],
  ] as Permission[],
  registrar: ['submissions.read'],
  partner: ['submissions.read', 'note', 'commitments.report'],
  organiser: ['submissions.enter', 'dialogues.edit'],
  analyst: ['insights'],
}
const permissions = [...new Set(Object.values(matrix).flat())]

describe.each(roles)('%s', (role) => {
  test.each(permissions)('%s is allowed exactly when the matrix says so', (permission) => {
    const expected = matrix[role].includes(permission)
    expect(may({ role }, permission)).toBe(expected)
    if (expected) expect(() => assertMay({ role }, permission)).not.toThrow()
    else expect(() => assertMay({ role }, permission)).toThrow()
  })
})

test('the administrator reads nothing that a resident has written', () => {
  for (const permission of ['submissions.read', 'triage', 'note', 'answer', 'publish', 'tips.read'] as const)
    expect(may({ role: 'admin' }, permission)).toBe(false)
})

test('only the police reads tips', () => {
  expect(roles.filter((role) => may({ role }, 'tips.read'))).toEqual(['officer'])
})
