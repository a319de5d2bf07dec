import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const env = {
  NODE_ENV: 'test' as const,
  APP_SECRET: 'a secret for tests only: q8Zr3LwXv5TnBp1K',
  BASE_URL: 'http://localhost:3000',
}
const common = { pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000, env } as const
const onPostgres = { ...common, setupFiles: ['tests/support/connect.setup.ts'] }

/** These change the settings of their process, which are read once, or take its database away or listen in on it. */
const alone = [
  'tests/domain/{changes/changes,submissions/cost-of-many}.test.ts',
  'tests/http/{csp-reports,events,keep-words,routed-queue,second-factor-required,single-sign-on}.test.ts',
  'tests/http/{staff-sign-in-https,tips-invisible}.test.ts',
  'tests/jobs/{remind-over-smtp,worker}.test.ts',
  'tests/domain/records/rotate-secret.test.ts',
]

/** These start databases and portals of their own, and kill them: `npm run verify` leaves them out. */
const faults = ['tests/faults/**/*.test.ts', 'tests/db/embedded.test.ts']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    maxWorkers: 2,
    globalSetup: ['tests/support/database.setup.ts'],
    projects: [
      {
        test: {
          ...onPostgres,
          name: 'code',
          include: ['tests/{architecture,cli,db,domain,http,i18n,jobs,mail,sealing,ui}/**/*.test.{ts,tsx}'],
          exclude: [...alone, ...faults],
          // The files share a process, with what it has loaded and its pool: each makes rows of its own all the same.
          isolate: false,
        },
      },
      { test: { ...onPostgres, name: 'alone', include: alone } },
      // What a build gives.
      { test: { ...common, name: 'built', include: ['tests/built/**/*.test.ts'] } },
      { test: { ...common, name: 'faults', include: faults } },
    ],
  },
})
