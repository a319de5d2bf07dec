import { as, worker } from '#db/client.server.ts'
import { lastAnchors } from '#app/domain/audit/last-anchors.server.ts'
import { eraseUnconfirmedBells } from '#app/domain/bells/erase-unconfirmed-bells.server.ts'
import { eraseBookings } from '#app/domain/dialogues/erase-bookings.server.ts'
import { countInsights } from '#app/domain/insights/count-insights.server.ts'
import { eraseWaitingPhotos } from '#app/domain/photos/erase-waiting-photos.server.ts'
import { dispose } from '#app/domain/records/dispose.server.ts'
import { eraseDayKeys } from '#app/domain/records/erase-day-keys.server.ts'
import { eraseWaitingTipPhotos } from '#app/domain/tips/erase-waiting-tip-photos.server.ts'
import { eraseKeptMail } from '#app/domain/records/erase-kept-mail.server.ts'
import { eraseLapsedSessions } from '#app/domain/staff/erase-lapsed-sessions.server.ts'
import { eraseInvitations } from '#app/domain/staff/erase-invitations.server.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'
import { eraseManyDrafts } from '#app/domain/submissions/erase-many-drafts.server.ts'
import { keepMissingDue } from '#app/domain/submissions/keep-missing-due.server.ts'
import { log } from './job-log.server.ts'

/**
 * What each night does by itself: throws away what is not to be kept, and closes what has stood answered. It is tried
 * again when it fails, so nothing here may tell anybody anything.
 */
export async function daily(): Promise<void> {
  const now = new Date()
  await as(worker, (tx) => eraseDayKeys(tx, now))
  await as(worker, (tx) => eraseBookings(tx, now))
  await as(worker, (tx) => eraseWaitingPhotos(tx, now))
  await as(worker, (tx) => eraseWaitingTipPhotos(tx, now))
  await as(worker, (tx) => eraseUnconfirmedBells(tx, now))
  await as(worker, (tx) => eraseKeptMail(tx, now))
  await as(worker, (tx) => eraseManyDrafts(tx, now))
  await as({ as: 'auth' }, (tx) => eraseLapsedSessions(tx, now))
  await eraseInvitations(now)
  await closeAnswered(now)
  await keepMissingDue()
  // To be kept elsewhere: with it, it shows when lines have been cut off the end of the audit.
  const { audit, tips } = await lastAnchors()
  log.info({ anchor: audit, tipsAnchor: tips }, 'where the chains of audit lines end')
  // Last: what cannot be disposed of must not hold up the rest. What is gone then is in no figure either.
  await dispose(now).finally(() => countInsights(now, { all: true }))
}
