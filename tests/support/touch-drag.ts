import type { Page } from '@playwright/test'

type Point = readonly [x: number, y: number]

/** Drags one finger over the page, from point to point of what is in sight, and lifts it at the last. */
export async function touchDrag(page: Page, from: Point, ...on: Point[]): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Point[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) })
  await send('touchStart', from)
  for (const point of on) await send('touchMove', point)
  await send('touchEnd')
  await touch.detach()
}
