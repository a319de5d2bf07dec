import { afterAll, expect, test } from 'vitest'
import { findSession } from '#app/domain/staff/queries.server.ts'
import { changePassphrase } from '#app/domain/tips/change-passphrase.server.ts'
import { findUnlocked } from '#app/domain/tips/find-unlocked.server.ts'
import { isGranted } from '#app/domain/tips/holders.server.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { cookieOf, makeStaff } from '../../support/make-staff.ts'
import { keyOpenTo, newHolders, withoutKeys } from '../../support/new-holders.ts'

afterAll(withoutKeys)

const next = 'sju gula cyklar i regn'

test('a changed passphrase opens the same keys; elsewhere tips are locked, and the old one opens nothing', async () => {
  const { officers } = await newHolders(2)
  const officer = officers[0]!
  const { staff, sessionId, passphrase: current } = officer
  const elsewhere = (await findSession(new Headers({ Cookie: await cookieOf(staff) })))!.session.id
  const opened = await unlockTips(staff, elsewhere, current)
  if ('refused' in opened) throw new Error(opened.refused)
  const there = { sessionId: elsewhere, ...opened }

  expect(await changePassphrase(staff, { sessionId, current: next, passphrase: next })).toEqual({
    refused: 'wrong-passphrase',
  })
  expect(await findUnlocked(staff, there)).toHaveProperty('tipsKey')
  expect(await changePassphrase(staff, { sessionId, current, passphrase: next })).toEqual({ changed: true })
  expect(await isGranted(staff)).toBe(true)
  expect(await keyOpenTo(officer)).toBeDefined()
  expect(await findUnlocked(staff, there)).toBeUndefined()
  expect(await unlockTips(staff, elsewhere, current)).toEqual({ refused: 'wrong-passphrase' })
  expect(await unlockTips(staff, elsewhere, next)).toHaveProperty('cookieKey')
})

test('who has set no passphrase has none to change', async () => {
  const staff = await makeStaff('officer')
  expect(await changePassphrase(staff, { sessionId: 'none', current: next, passphrase: next })).toEqual({
    refused: 'no-passphrase-set',
  })
})
