import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import { rotateSecret } from '#app/domain/records/rotate-secret.server.ts'
import { settings, SettingsError } from '#app/settings.server.ts'
import { CommandError } from './command-error.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { resetSecondFactor } from './reset-second-factor.server.ts'
import { openTips, signpostTips } from './set-tips.server.ts'
import { trialDatabase } from './trial-database.ts'
import { verifyAudit } from './verify-audit.server.ts'

const help = `npm run portal -- COMMAND, on the database that DATABASE_URL names

  staff invite EMAIL --role ROLE [--organisation SLUG] [--name NAME] [--signs-as FUNCTION]
      invites somebody to the back office: mails a link by which she chooses her password, and prints it;
      it holds once, for 72 hours
  staff reset-second-factor EMAIL
      for somebody who has lost her telephone and recovery codes and is the only administrator: takes her second factor
      and her passkeys out of use and ends her sessions; she signs in with her password and sets up a new one
  tips open --decision NUMBER
      lets the portal take tips, under a decision of the police; it needs two officers who can open them and a
      recovery key, which they make at /staff/tips/keys
  tips signpost
      shows the way to the police instead, as the portal does from the start
  seed reference
      puts the facts in place that the portal opens with; what is there stays as it is
  audit verify [--anchor=POSITION:HASH] [--tips-anchor=TEXT]
      proves that no line of the audit has been altered, removed or moved, and says which has; exit code 1 if any.
      With where the chains ended as a day's log says it (anchor, tipsAnchor), also that no whole days were cut off
      their ends with all that was signed since.
      Without DATABASE_URL it looks at the portal that runs in trial mode on DATA_DIR
  secret rotate
      wraps the lasting keys under APP_SECRET that APP_SECRET_OLD still wraps; every process does so when it starts
`

/** The operator's commands. Answers the exit code. */
async function run(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...{ role: { type: 'string' }, organisation: { type: 'string' } },
      ...{ name: { type: 'string' }, 'signs-as': { type: 'string' }, help: { type: 'boolean' } },
      decision: { type: 'string' },
      ...{ anchor: { type: 'string' }, 'tips-anchor': { type: 'string' } },
    },
  })
  const [noun, verb, subject] = positionals
  const commands: Record<string, () => Promise<string | undefined>> = {
    'staff invite': () => inviteStaff(subject, values),
    'staff reset-second-factor': () => resetSecondFactor(subject),
    'tips open': () => openTips(values.decision),
    'tips signpost': signpostTips,
    'secret rotate': async () => `${await rotateSecret()} keys are wrapped anew under APP_SECRET`,
    'seed reference': async () => undefined,
  }
  const verifies = `${noun} ${verb}` === 'audit verify'
  const command = commands[`${noun} ${verb}`]
  if (values.help || !(command || verifies)) {
    console.log(help)
    return values.help ? 0 : 2
  }
  if (!command) return verify({ audit: values.anchor, tips: values['tips-anchor'] })
  const { databaseUrl } = settings()
  if (!databaseUrl) throw new CommandError('DATABASE_URL is needed: in trial mode the accounts are made by npm start')
  await migrate(databaseUrl)
  connect(databaseUrl)
  try {
    // Before anything asks for a key: the rotation is told how many it has wrapped.
    if (verb !== 'rotate') await seedReference()
    const told = await command()
    if (told) console.log(told)
    return 0
  } finally {
    await disconnect()
  }
}

/** Looks at the database as it is: nothing is migrated, nothing seeded. */
async function verify(anchors: Parameters<typeof verifyAudit>[0]): Promise<number> {
  const { databaseUrl, dataDir } = settings()
  const url = databaseUrl ?? trialDatabase(dataDir)
  if (!url) throw new CommandError('no portal runs on DATA_DIR; start it with npm start, or set DATABASE_URL')
  connect(url, { max: 2 })
  try {
    const { sound, told } = await verifyAudit(anchors)
    console.log(told)
    return sound ? 0 : 1
  } finally {
    await disconnect()
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const plain =
    error instanceof CommandError ||
    error instanceof SettingsError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  console.error(plain ? error.message : error)
  process.exitCode = 1
}
// What has queued a job keeps a timer of the queue's, which would hold the process.
process.exit()
