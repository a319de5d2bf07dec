import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

const connections = 32

export type Measured = {
  requestsPerSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
  errors: number
}

/** How many bytes a page is on the wire, compressed. */
export const bytesOf = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) =>
      buffer(answer).then((body) => resolve(body.length), reject),
    ).on('error', reject)
  })

/** Asks for one page at 32 connections; times in milliseconds. */
export const loadPage = (url: string, seconds: number): Promise<Measured> =>
  measure({ url, duration: seconds, connections, headers: { 'accept-encoding': 'br' } }, 200)

/** Posts the submit form at 32 connections, each time a new form. */
export async function loadSubmit(url: string, seconds: number): Promise<Measured> {
  const key = await lastingKey('form tokens')
  const body = () =>
    new URLSearchParams({
      category: 'lighting',
      body: 'Lampan vid gångvägen mot spårvagnen är trasig sedan i måndags.',
      areaCode: '606',
      language: 'sv',
      formToken: newFormToken(key),
    }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const requests = [
    { method: 'POST' as const, setupRequest: (request: object) => ({ ...request, headers, body: body() }) },
  ]
  return measure({ url, duration: seconds, connections, requests }, 303)
}

async function measure(options: autocannon.Options, expected: number): Promise<Measured> {
  await run({ ...options, duration: 1 }, expected)
  return run(options, expected)
}

function run(options: autocannon.Options, expected: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const times: number[] = []
    let errors = 0
    const instance = autocannon(options, (error, result) => {
      if (error) return reject(error as Error)
      times.sort((one, other) => one - other)
      const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2))
      const { average } = result.throughput
      const requestsPerSecond = Math.round(times.length / result.duration)
      const bytes = Math.round(average / Math.max(1, requestsPerSecond))
      resolve({ requestsPerSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes, errors: errors + result.errors })
    })
    instance.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status !== expected) errors++
    })
  })
}
