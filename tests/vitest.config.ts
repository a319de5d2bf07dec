import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const env = {
  NODE_ENV: 'test' as const,
  APP_SECRET: 'a secret for tests only: q8Zr3LwXv5TnBp1K',
  BASE_URL: 'http://localhost:3000',
}
const common = { pool: 'forks', testTimeout: 20_000, hookTimeout: 60_000, env } as const

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'code',
          include: ['tests/{architecture,db,sealing,domain,http,i18n,jobs,mail,ui,cli}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/database.setup.ts'],
          setupFiles: ['tests/support/connect.setup.ts'],
        },
      },
      // What a build gives, and what starts a portal of its own: `npm run verify` leaves them out.
      { test: { ...common, name: 'built', include: ['tests/built/**/*.test.ts'] } },
      { test: { ...common, name: 'faults', include: ['tests/faults/**/*.test.ts'] } },
    ],
  },
})
