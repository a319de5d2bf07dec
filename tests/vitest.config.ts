import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/{architecture,db,sealing,domain,http,i18n,jobs,ui,cli}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/database.setup.ts'],
    setupFiles: ['tests/support/connect.setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: {
      NODE_ENV: 'test',
      APP_SECRET: 'a secret for tests only: q8Zr3LwXv5TnBp1K',
      BASE_URL: 'http://localhost:3000',
    },
  },
})
