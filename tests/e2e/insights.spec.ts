import { readFileSync } from 'node:fs'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

test('an analyst narrows the figures, reads a chart as a table and takes it along as a file', async ({
  staffT,
  asStaff,
  checkPage,
}) => {
  const page = await asStaff('analyst')
  await page.goto(paths.staff())
  await page
    .getByRole('main')
    .getByRole('link', { name: staffT('staff:home.toInsights') })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: staffT('insights:title') })).toBeVisible()
  await checkPage(page)

  await page.getByRole('combobox', { name: staffT('insights:filter.weeks') }).selectOption('52')
  await page.getByRole('combobox', { name: staffT('insights:filter.language'), exact: true }).selectOption('sv')
  await page.getByRole('button', { name: staffT('records:show'), exact: true }).click()
  await expect(page).toHaveURL(/weeks=52.*language=sv/)
  await expect(
    page.getByRole('link', { name: staffT('insights:fileOf', { title: staffT('insights:card.figures.title') }) }),
  ).toHaveAttribute('href', /weeks=52.*language=sv.*table=figures/)
  const card = page.getByRole('region', { name: staffT('insights:card.weeks.title') })
  await expect(card.getByRole('img')).toBeVisible()
  await card.getByText(staffT('insights:asTable')).click()
  await expect(card.getByRole('row')).toHaveCount(53)
  await checkPage(page)
  const download = page.waitForEvent('download')
  await card.getByRole('link').click()
  const file = await download
  expect(file.suggestedFilename()).toBe('weeks.csv')
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(53)
  for (const line of lines.slice(1)) expect(line).toMatch(/(\d*[05]|färre än fem),(\d*[05]|färre än fem)$/)
})

test('an officer sees where most is said, and a coordinator chooses how she is told of her cases', async ({
  staffT,
  asStaff,
  checkPage,
}) => {
  const officer = await asStaff('officer')
  await officer.goto(paths.staffInsights())
  const map = officer.getByRole('region', { name: staffT('insights:card.hexagons.title') })
  await expect(map.getByRole('img')).toBeVisible()
  await expect(officer.getByRole('combobox', { name: staffT('insights:filter.authority') })).toHaveCount(0)
  await checkPage(officer)

  const page = await asStaff('coordinator')
  await page.goto(paths.staffAccount())
  const panel = page.getByRole('region', { name: staffT('notices:title') })
  const due = panel.getByLabel(staffT('notices:kind.due'))
  await due.selectOption('at-once')
  await panel.getByRole('button', { name: staffT('notices:save') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('account:done.notices'))
  await expect(due).toHaveValue('at-once')
  await checkPage(page)
})
