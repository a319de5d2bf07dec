import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

for (const lang of languageTags) {
  test(`home is whole in ${lang}`, async ({ page, checkPage }) => {
    await page.goto(paths.home(lang))
    await checkPage(page)
    await expect(page.getByRole('main')).toBeVisible()
  })
}
