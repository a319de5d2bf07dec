import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

type Running = { address: string; stop: () => Promise<void> }

/** The portal as one process, in production, over a database. */
export async function startPortal(databaseUrl: string, secret: string): Promise<Running> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const environment = {
    DATABASE_URL: databaseUrl,
    APP_SECRET: secret,
    BASE_URL: address,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORT: String(port),
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, ['app/server.ts'], {
    env: { ...process.env, ...environment } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return untilItAnswers(child, address, '/readyz')
}

/** A bare node:http server that sends so many bytes: what this machine can do at most. */
export async function startBare(bytes: number): Promise<Running> {
  const port = await freePort()
  const program = `const body = Buffer.alloc(${bytes}, 120)
    require('node:http').createServer((request, response) => response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': body.length }).end(body)).listen(${port}, '127.0.0.1')`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit'] })
  return untilItAnswers(child, `http://127.0.0.1:${port}`, '/')
}

/** A server that was started, as soon as it answers at a path; ended when it does not within twenty seconds. */
export async function untilItAnswers(child: ChildProcess, address: string, path: string): Promise<Running> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(address + path).catch(() => undefined)
    if (answer?.ok) return { address, stop: () => end(child) }
    if (child.exitCode !== null) break
    await pause(100)
  }
  await end(child)
  throw new Error(`nothing answers at ${address}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
