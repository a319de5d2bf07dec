import type { Locator, Page } from '@playwright/test'
import type { TFunction } from 'i18next'

/** The row of what somebody wrote, on whichever page of the queue it stands: other tests fill the queue too. */
export async function findInQueue(staff: Page, t: TFunction, text: string): Promise<Locator> {
  const row = staff.getByRole('listitem').filter({ hasText: text })
  while ((await row.count()) === 0) {
    const before = staff.url()
    await staff.getByRole('link', { name: t('staff:queue.next'), exact: true }).click()
    await staff.waitForURL((url) => url.href !== before)
  }
  return row
}
