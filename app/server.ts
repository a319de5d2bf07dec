import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import sirv from 'sirv'
import { connect, disconnect, errorCode } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import { makeExample } from './cli/make-example.server.ts'
import { boundBodyTime } from './http/body-time.ts'
import { boundConnections, clientBounds } from './http/bounds.ts'
import { cspReports } from './http/csp-reports.server.ts'
import { makePageCache, type PageCache } from './http/page-cache.server.ts'
import { operations } from './http/operations.server.ts'
import { readOn } from './http/read-on.ts'
import { refuseAddress } from './http/refuse-address.ts'
import { refusePost } from './http/refuse-post.ts'
import { headersHere } from './http/headers-here.server.ts'
import { hideTips } from './http/hide-tips.server.ts'
import { log } from './http/log.server.ts'
import { endWatching } from './domain/changes/end-watching.server.ts'
import { tellOfChange } from './domain/changes/tell-of-change.server.ts'
import { rotateSecret } from './domain/records/rotate-secret.server.ts'
import { startWorker } from './jobs/worker.server.ts'
import { settings, SettingsError, type Settings } from './settings.server.ts'

type Stop = () => Promise<unknown>

const builtFolder = new URL(`../${process.env.BUILD_DIR ?? 'build'}/`, import.meta.url)

/** What must be stopped at the end, last started first; also when the start itself fails halfway. */
const stops: Stop[] = []

/** Starts what this process is asked to be. */
async function start(): Promise<void> {
  const chosen = settings()
  const embedded = chosen.databaseUrl ? undefined : await startEmbedded({ dataDir: chosen.dataDir, durable: true })
  if (embedded) {
    stops.unshift(embedded.stop)
    void embedded.ended.then(shutDown)
  }
  const url = chosen.databaseUrl ?? embedded!.url
  await migrate(url)
  connect(url)
  stops.unshift(disconnect)
  await rotateSecret()
  await seedReference()
  if (chosen.mode === 'trial') await makeExample(chosen.dataDir)
  if (chosen.role !== 'web') stops.unshift(await startWorker(url))
  if (chosen.role !== 'worker') {
    const pageCache = makePageCache()
    stops.unshift(await listenTo(url, { public_changed: () => pageCache.clear(), case_changed: tellOfChange }))
    stops.unshift(await listen(chosen, pageCache))
    stops.unshift(endWatching)
  }
}

async function listen(chosen: Settings, pageCache: PageCache): Promise<Stop> {
  const build = (await import(new URL('server/index.js', builtFolder).href)) as ServerBuild
  const remix = createRequestHandler(build, 'production')
  const pages = createRequestListener(
    (request: Request, client: { address: string }) =>
      pageCache.through(request, async () => {
        const { request: shown, ...hidden } = await hideTips(request)
        return remix(shown, { address: client.address, ...hidden })
      }),
    {
      // Every address is one under BASE_URL, whatever host a request names.
      host: new URL(chosen.baseUrl).host,
      protocol: new URL(chosen.baseUrl).protocol,
      onError: (error) => {
        log.error({ error: errorCode(error) }, 'a request failed outside its route')
        return new Response(null, { status: 500 })
      },
    },
  )
  const folder = new URL('client', builtFolder).pathname
  const files = sirv(folder, {
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    },
  })
  const compress = compression()
  const doors = [refuseAddress, operations, refusePost, cspReports, pageCache.answer]
  const take = (request: IncomingMessage, response: ServerResponse) => {
    boundBodyTime(request)
    readOn(request, response)
    response.setHeaders(headersHere())
    if (doors.some((door) => door(request, response))) return
    forgetHeaders(request)
    compress(request as never, response as never, () => files(request, response, () => pages(request, response)))
  }
  const server = createServer(clientBounds, (request, response) => {
    try {
      take(request, response)
    } catch (error) {
      log.error({ error: errorCode(error) }, 'a request failed before its route')
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    }
  })
  boundConnections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(chosen.port, chosen.host, resolve)
  })
  return () => close(server)
}

/**
 * What nothing behind the doors may go by. Who posts has been judged, and the framework's own judgement is by a host that
 * a proxy may have rewritten; our files are small, and a range that makes no sense is not understood where they are read.
 */
function forgetHeaders({ headers }: IncomingMessage): void {
  for (const name of ['origin', 'x-forwarded-host', 'range']) delete headers[name]
}

/** Takes no new requests, finishes those under way, and cuts what is still open after ten seconds. */
function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 10_000)
  server.closeIdleConnections()
  return new Promise((resolve) =>
    server.close(() => {
      clearTimeout(cut)
      resolve()
    }),
  )
}

function greet({ mode, baseUrl, dataDir, role }: Settings): void {
  if (role === 'worker') return console.log('Nordost svarar: the worker is running')
  console.log(`Nordost svarar is running at ${baseUrl}`)
  if (mode === 'trial')
    console.log(`Trial mode. Staff sign in at ${baseUrl}/staff with the accounts in ${dataDir}/trial-accounts.json`)
}

let stopping = false
const started = start()

async function shutDown(): Promise<void> {
  if (stopping) return
  stopping = true
  await started.catch(() => {})
  for (const stop of stops) {
    await stop().catch((error: unknown) => log.error({ error: errorCode(error) }, 'could not stop cleanly'))
  }
  process.exit(process.exitCode ?? 0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown())
if (process.send) process.on('disconnect', () => void shutDown())

try {
  await started
  greet(settings())
} catch (error) {
  console.error(`The portal could not start: ${inOneLine(error)}`)
  process.exitCode = 1
  await shutDown()
}

/** What went wrong, for the operator's terminal; of a database error its class and code only. */
function inOneLine(error: unknown): string {
  if (error instanceof SettingsError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return 'the port is in use; choose another with PORT'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'the database at DATABASE_URL does not answer'
  return code ? errorCode(error) : String(error instanceof Error ? error.message : error).split('\n')[0]!
}
