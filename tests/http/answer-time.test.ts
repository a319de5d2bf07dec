import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { boundAnswerTime } from '#app/http/answer-time.ts'
import { boundConnections } from '#app/http/bounds.ts'

const [whole, part] = [24_000_000, 60_000]
const bounds = { lookEvery: 20, patience: 150, leastPerSecond: 1_000_000 }

/** What is kept for each client that asked, and its connection on the side of the server. */
const kept = new Map<string, { answer: WeakRef<Uint8Array>; socket: WeakRef<Socket> }>()
const server = createServer((request, response) => {
  const answer = Buffer.alloc(request.url!.startsWith('/whole') ? part * 100 : whole, 'a')
  kept.set(request.url!, { answer: new WeakRef(answer), socket: new WeakRef(request.socket) })
  if (request.url!.startsWith('/whole')) return void response.end(answer)
  let at = 0
  const more = () => {
    for (let room = true; room && at < whole; at += part) room = response.write(answer.subarray(at, at + part))
    if (at >= whole) response.end()
    else response.once('drain', more)
  }
  more()
}).on('connection', (socket) => boundAnswerTime(socket, bounds))
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

type Asked = {
  connection?: string
  /** How many bytes of the answer the client's own buffer has room for. */
  room?: number
}

/** Asks, and reads nothing of the answer until told. */
async function ask(path: string, { connection = 'close', room }: Asked = {}): Promise<Socket> {
  const { port } = server.address() as { port: number }
  const socket = connect({ port, host: '127.0.0.1', ...(room && { highWaterMark: room }) })
  socket.on('error', () => undefined).pause()
  await once(socket, 'connect')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`)
  return socket
}

/** Takes so much of an answer every few milliseconds; gives how much there was until the connection ended. */
function takeSlowly(socket: Socket, [many, every]: [bytes: number, milliseconds: number]): Promise<number> {
  return new Promise((resolve) => {
    let taken = 0
    const again = setInterval(() => {
      taken += (socket.read(Math.min(many, socket.readableLength)) as Buffer | null)?.length ?? 0
      if (socket.readableLength === 0) socket.read(0)
    }, every)
    socket.once('close', () => {
      clearInterval(again)
      resolve(taken)
    })
  })
}

const cut = (path: string) =>
  vi.waitUntil(() => kept.has(path) && (kept.get(path)!.socket.deref()?.destroyed ?? true), { timeout: 20_000 })

test('who asks and reads nothing is cut, and what was kept for her is let go', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const clients = await Promise.all(['/a', '/b', '/c'].map((path) => ask(path)))
  await Promise.all(['/a', '/b', '/c'].map(cut))
  const left = () => {
    collect()
    return [...kept.values()].filter(({ answer }) => answer.deref()).length
  }
  await vi.waitFor(() => expect(left()).toBe(0), { timeout: 20_000 })
  for (const client of clients) client.destroy()
})

test('who reads drop by drop is cut as well', async () => {
  const client = await ask('/drops')
  const taken = takeSlowly(client, [500, 10])
  await cut('/drops')
  client.destroy()
  expect(await taken).toBeLessThan(whole)
})

test('who reads slowly and steadily gets the whole, however long it takes', async () => {
  const client = await ask('/steady', { room: 1_000_000 })
  const began = performance.now()
  expect(await takeSlowly(client, [200_000, 5])).toBeGreaterThan(whole)
  expect(performance.now() - began).toBeGreaterThan(bounds.patience)
})

test('a connection that has taken its answer may wait for its next request', async () => {
  const client = (await ask('/whole', { connection: 'keep-alive' })).resume()
  const other = await ask('/meanwhile')
  await cut('/meanwhile')
  expect(client.closed).toBe(false)
  client.destroy()
  other.destroy()
})

test('the connections of the portal are bounded so', () => {
  const [own, bare] = [createServer(), createServer()]
  boundConnections(own)
  expect(own.listenerCount('connection')).toBe(bare.listenerCount('connection') + 1)
})
