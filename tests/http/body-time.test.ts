import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boundBodyTime } from '#app/http/body-time.ts'

const lookEvery = 60
const came = new Map<string, IncomingMessage>()
const server = createServer((request, response) => {
  boundBodyTime(request, lookEvery)
  came.set(request.url!, request)
  request.resume().once('end', () => response.end('thanks'))
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

/** Begins a post, and sends a part of its body again and again. */
async function dribble(path: string, type: string, part: Buffer): Promise<Socket> {
  const { port } = server.address() as { port: number }
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined).on('data', () => undefined)
  await once(socket, 'connect')
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 99999999\r\n\r\n`)
  const again = setInterval(() => socket.write(part), 5)
  socket.once('close', () => clearInterval(again))
  return socket
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', () => resolve(socket.closed)))

const photos = 'multipart/form-data; boundary=x'
const plain = 'application/x-www-form-urlencoded'
const [much, little] = [Buffer.alloc(50_000), Buffer.alloc(10)]

test('a form without photos that does not come is cut, however fast it dribbles', async () => {
  expect(await closed(await dribble('/sv/submit/concern?a', plain, much))).toBe(true)
  expect(await closed(await dribble('/staff/sign-in', photos, much))).toBe(true)
})

test('a form with photos that hardly moves is cut', async () => {
  expect(await closed(await dribble('/sv/submit/concern?b', photos, little))).toBe(true)
})

test('a form with photos may take long while it moves, and what is whole is answered', async () => {
  const slow = await dribble('/sv/submit/photos', photos, much)
  await closed(await dribble('/sv/submit/concern?c', photos, little))
  await closed(await dribble('/sv/submit/concern?d', photos, little))
  expect(slow.closed).toBe(false)
  expect(came.get('/sv/submit/photos')?.destroyed).toBe(false)
  slow.destroy()

  const { port } = server.address() as { port: number }
  const answer = await fetch(`http://127.0.0.1:${port}/whole`, { method: 'POST', body: 'a=b' })
  expect(await answer.text()).toBe('thanks')
})
