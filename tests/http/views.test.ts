import { beforeAll, expect, test } from 'vitest'
import * as queue from '#app/routes/staff.queue.tsx'
import * as views from '#app/routes/staff.queue_.views._index.tsx'
import * as oneView from '#app/routes/staff.queue_.views.$id.tsx'
import { get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

type Listed = { id: string; name: string; to: string }

let cookie: string
beforeAll(async () => {
  cookie = await cookieOf(await makeStaff('coordinator'))
})

const listed = async () => ((await get(queue, '/staff/queue', { cookie })).data as { views: Listed[] }).views

test('a coordinator saves what she sees, comes back to it, renames it and removes it', async () => {
  const [name, filter] = [`Lampor ${crypto.randomUUID()}`, 'area=606&q=lampa+trasig']
  const offered = await get(views, `/staff/queue/views?${filter}&after=nowhere`, { cookie })
  expect(offered.data).toMatchObject({ filter: 'q=lampa+trasig&area=606' })
  const saved = await post(views, '/staff/queue/views', { cookie, fields: { name, filter } })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/staff/queue?q=lampa+trasig&area=606'])
  const view = (await listed()).find((one) => one.name === name)!
  expect(view.to).toBe('/staff/queue?q=lampa+trasig&area=606')

  const again = await post(views, '/staff/queue/views', { cookie, fields: { name, filter: 'area=609' } })
  expect(again).toMatchObject({
    status: 422,
    data: { values: { name, filter: 'area=609' }, errors: { name: 'name-taken' } },
  })
  const nameless = await post(views, '/staff/queue/views', { cookie, fields: { name: ' ', filter } })
  expect(nameless).toMatchObject({ status: 422, data: { values: { filter }, errors: { name: 'missing' } } })

  const page = { params: { id: view.id }, cookie }
  const changed = await post(oneView, '/x', { ...page, fields: { name: `${name}!` } })
  expect(changed.headers.get('Location')).toBe('/staff/queue/views?done=change')
  const gone = await post(oneView, '/x', { ...page, fields: { name: 'x', go: 'remove' } })
  expect(gone.headers.get('Location')).toBe('/staff/queue/views?done=remove')
  expect((await get(oneView, '/x', page)).status).toBe(404)
})

test('nobody finds the view of somebody else by its address', async () => {
  const name = `Min ${crypto.randomUUID()}`
  await post(views, '/staff/queue/views', { cookie, fields: { name, filter: '' } })
  const { id } = (await listed()).find((one) => one.name === name)!
  const other = await cookieOf(await makeStaff('coordinator'))
  expect((await get(oneView, '/x', { params: { id }, cookie: other })).status).toBe(404)
  const removed = await post(oneView, '/x', { params: { id }, cookie: other, fields: { go: 'remove' } })
  expect(removed.status).toBe(404)
})
