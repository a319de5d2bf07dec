// What `npm test` runs, and `npm run verify`, which leaves out the build and the browser. Plain JavaScript without
// packages, since it may run on an older Node with nothing installed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from '../app/cli/start-prepare.js'
import { codeFor, heedSignals, Refusal, runStep, stopping } from '../app/cli/start-step.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = join(root, 'test-results')
const windowless = '/usr/bin/chromium-headless-shell'
const systemBrowsers = [windowless, '/usr/bin/chromium', '/usr/bin/chromium-browser']
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Node 24 and the tools before all else; the portal's own settings are not the tests'. */
const {
  DATABASE_URL,
  DATA_DIR,
  PORT,
  HOST,
  BASE_URL,
  APP_SECRET,
  SMTP_URL,
  ROLE,
  TRUST_PROXY,
  FORCE_COLOR,
  ...others
} = process.env
const { APP_SECRET_OLD, CSP_REPORT, METRICS_TOKEN, ...rest } = others
const environment = { ...rest, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${rest.PATH}`, NO_COLOR: '1' }

const script = (name) => scripts[name].split(' ')

const vitest = (...projects) => ({
  command: ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...projects.flatMap((name) => ['--project', name])],
  report: vitestReport,
})

/**
 * The gates, in order; those after the build are not part of `verify`. Those that only read run two at a time. A gate
 * with a report counts its tests.
 */
const gates = [
  { title: 'Format', command: ['prettier', '--check', '--cache', '--cache-location', '.cache/format.json', '.'] },
  { title: 'Lint', command: script('lint'), reads: true },
  { title: 'Types', command: script('types'), reads: true },
  { title: 'Layers', command: script('layers'), reads: true },
  { title: 'Dead code', command: script('dead-code'), reads: true },
  { title: 'Tests on PostgreSQL', ...vitest('code', 'alone') },
  { title: 'Build', run: build, full: true },
  { title: 'Oldest browsers', ...vitest('built'), full: true },
  { title: 'Start and stop', ...vitest('faults'), full: true },
  { title: 'A browser', run: installBrowser, full: true },
  {
    title: 'Tests in the browser',
    command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
    report: playwrightReport,
    full: true,
  },
]

heedSignals()
process.exitCode = await main().catch((error) => {
  console.error(error instanceof Refusal ? error.message : error)
  return 1
})

/** Runs every gate, whatever the one before it said; answers the exit code. */
async function main() {
  process.chdir(root)
  mkdirSync(reports, { recursive: true })
  await prepare(root, { only: 'install' })

  const began = Date.now()
  const sum = { passed: 0, failed: 0, fallen: [], wrong: [] }
  const take = async (gate) => {
    const { passed, failed, wrong = [] } = await pass(gate)
    sum.wrong.push(...wrong)
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) sum.fallen.push(gate.title)
  }
  const asked = gates.filter(({ full }) => !full || process.argv[2] !== 'verify')
  const reading = asked.filter(({ reads }) => reads)
  const twoAtATime = [1, 2].map(async () => {
    for (let gate = reading.shift(); gate && !stopping.signal; gate = reading.shift()) await take(gate)
  })
  await Promise.all(twoAtATime)
  for (const gate of asked.filter(({ reads }) => !reads)) {
    if (stopping.signal) return codeFor(stopping.signal)
    await take(gate)
  }
  if (stopping.signal) return codeFor(stopping.signal)
  console.log(`\nAll of it took ${secondsSince(began)}.`)
  if (sum.fallen.length > 0) console.log(`Failed: ${sum.fallen.join(', ')}.\n${sum.wrong.join('\n')}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed > 0 ? 1 : 0
}

/** Runs one gate; answers how many passed and failed, the gate itself counting as one where it has no tests. */
async function pass(gate) {
  const began = Date.now()
  if (!gate.reads) process.stdout.write(`${gate.title} … `)
  const report = join(reports, `${gate.title.replaceAll(' ', '-').toLowerCase()}.json`)
  rmSync(report, { force: true })
  const fell = await (gate.run ?? run)({ ...gate, report: gate.report?.(report) }).then(
    () => false,
    (error) => {
      console.log(error instanceof Refusal ? error.message : error)
      return true
    },
  )
  if (stopping.signal) return { passed: 0, failed: 0 }
  const counted = gate.report && existsSync(report) ? gate.report(report).count() : undefined
  const { passed, failed } = counted ?? { passed: fell ? 0 : 1, failed: 0 }
  const result = { passed, failed: fell ? Math.max(failed, 1) : failed, wrong: counted?.wrong }
  const tests = counted ? `${result.passed} passed, ${result.failed} failed, ` : ''
  const title = gate.reads ? `${gate.title} … ` : ''
  console.log(`${title}${result.failed > 0 ? 'FAILED' : 'ok'} (${tests}${secondsSince(began)})`)
  return result
}

/** Runs a gate's command; its output is shown only when it fails. */
function run({ command: [program, ...options], report }) {
  const env = { ...environment, ...report?.env }
  const step = { command: program, options: [...options, ...(report?.options ?? [])], cwd: root, env }
  return runStep({ ...step, onStart: () => undefined, refusal: `${program} found something: see above.` })
}

/** Builds what `npm start` would build, unless a build of one's own is asked for. */
async function build() {
  const { BUILD_DIR } = process.env
  if (!BUILD_DIR) return prepare(root)
  return run({ command: script('build'), report: { options: [], env: { NODE_ENV: 'production' } } })
}

/**
 * Sees to it that there is a browser: Debian's that draws no window (half the work for two cores) where we may install
 * it, else the system's own, else Playwright's.
 */
async function installBrowser() {
  const missing = () => !systemBrowsers.some((path) => existsSync(path))
  if (!existsSync(windowless) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const debian = { options: [], env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const install = 'apt-get install -y --no-install-recommends'
    const either = `apt-get update && (${install} chromium-headless-shell || ${install} chromium)`
    await run({ command: ['sh', '-c', either], report: debian }).catch(() => undefined)
  }
  if (!missing()) return
  const refusal = 'There is no Chromium, and none could be fetched: install it so that it is /usr/bin/chromium.'
  await run({ command: ['playwright', 'install', 'chromium'] }).catch((error) => {
    throw error instanceof Refusal ? new Refusal(refusal) : error
  })
}

function vitestReport(file) {
  return {
    options: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count() {
      const { numPassedTests, numFailedTests, numFailedTestSuites, success, testResults } = read(file)
      const wrong = testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => inShort(fullName, failureMessages[0])),
      )
      // A file that cannot be loaded has no tests that could fail.
      return { passed: numPassedTests, failed: success ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1), wrong }
    },
  }
}

function playwrightReport(file) {
  return {
    options: ['--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    count() {
      const { stats, errors, suites: files } = read(file)
      const specsIn = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsIn)]
      const wrong = files
        .flatMap(specsIn)
        .filter(({ ok }) => !ok)
        .flatMap(({ title, tests }) =>
          tests.map(({ projectName, results }) => inShort(`[${projectName}] ${title}`, results.at(-1)?.error?.message)),
        )
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, wrong }
    },
  }
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** What failed and why, short enough to stand at the end where it is read first. */
function inShort(title, why = '') {
  // eslint-disable-next-line no-control-regex
  return `- ${title}\n${why.replace(/\u001b\[[0-9;]*m/g, '').slice(0, 700)}`
}

function secondsSince(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}
