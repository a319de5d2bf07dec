import postgres from 'postgres'
import { inject } from 'vitest'
import { connect } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'

/**
 * A database of its own for each process that runs tests, cloned from the template by the first file in it. The files
 * that come after share it and its pool, which ends with the process.
 */
await once('test database', async () => {
  const template = new URL(inject('databaseUrl'))
  const own = new URL(template)
  own.pathname = `/worker_${process.env.VITEST_POOL_ID}`
  process.env.TEST_DATABASE_URL = own.href

  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = postgres(admin.href, { max: 1, onnotice: () => {} })
  const name = own.pathname.slice(1)
  const [known] = await client`select 1 from pg_database where datname = ${name}`
  if (!known) await client.unsafe(`create database ${name} template ${template.pathname.slice(1)}`)
  await client.end()
  connect(own.href)
})
