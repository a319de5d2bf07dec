import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import { settings, SettingsError } from '#app/settings.server.ts'
import { CommandError } from './command-error.ts'
import { inviteStaff } from './invite-staff.server.ts'

const help = `npm run portal -- COMMAND, on the database that DATABASE_URL names

  staff invite EMAIL --role ROLE [--organisation SLUG] [--name NAME] [--signs-as FUNCTION]
      makes an account for the back office and prints its first password, once;
      it must be passed on by hand: an invitation that is mailed and expires is not built yet
  seed reference
      puts the facts in place that the portal opens with; what is there stays as it is
`

/** The operator's commands. Answers the exit code. */
async function run(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...{ role: { type: 'string' }, organisation: { type: 'string' } },
      ...{ name: { type: 'string' }, 'signs-as': { type: 'string' }, help: { type: 'boolean' } },
    },
  })
  const [noun, verb, subject] = positionals
  const command = `${noun} ${verb}`
  if (values.help || (command !== 'staff invite' && command !== 'seed reference')) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const { databaseUrl } = settings()
  if (!databaseUrl) throw new CommandError('DATABASE_URL is needed: in trial mode the accounts are made by npm start')
  await migrate(databaseUrl)
  connect(databaseUrl)
  try {
    await seedReference()
    if (command === 'staff invite') console.log(await inviteStaff(subject, values))
    return 0
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
