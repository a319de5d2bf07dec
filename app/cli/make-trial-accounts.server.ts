import { randomBytes } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import type { Translated } from '#db/schema/shared.ts'
import type { Role } from '#db/schema/staff.ts'
import { makeAccount } from '#app/domain/staff/make-account.server.ts'
import { setPassword } from '#app/domain/staff/set-password.server.ts'

type Trial = { role: Role; number: number; name: string; organisation: string; signsAs: Translated }

/** One of each role, two officers who hold tips, and a registrar of each authority: the city's stands first. */
const trialStaff: Trial[] = [
  {
    role: 'admin',
    number: 1,
    name: 'Ada Admin',
    organisation: 'goteborg',
    signsAs: { sv: 'Förvaltaren', en: 'The administrator' },
  },
  {
    role: 'officer',
    number: 1,
    name: 'Olle Områdespolis',
    organisation: 'polisen',
    signsAs: { sv: 'Kommunpolis, Polisen', en: 'Municipal police officer' },
  },
  {
    role: 'officer',
    number: 2,
    name: 'Ofelia Områdespolis',
    organisation: 'polisen',
    signsAs: { sv: 'Områdespolis, Polisen', en: 'Community police officer' },
  },
  {
    role: 'coordinator',
    number: 1,
    name: 'Kim Samordnare',
    organisation: 'trygghetssamordningen',
    signsAs: { sv: 'Trygghetssamordnare, Göteborgs Stad', en: 'Safety coordinator, City of Göteborg' },
  },
  {
    role: 'registrar',
    number: 1,
    name: 'Reza Registrator',
    organisation: 'goteborg',
    signsAs: { sv: 'Registrator, Göteborgs Stad', en: 'Registrar, City of Göteborg' },
  },
  {
    role: 'registrar',
    number: 2,
    name: 'Petra Polisregistrator',
    organisation: 'polisen',
    signsAs: { sv: 'Registrator, Polisen', en: 'Registrar, the police' },
  },
  {
    role: 'partner',
    number: 1,
    name: 'Pia Partner',
    organisation: 'gardstensbostader',
    signsAs: { sv: 'Gårdstensbostäder', en: 'Gårdstensbostäder' },
  },
  {
    role: 'organiser',
    number: 1,
    name: 'Omar Organisatör',
    organisation: 'socialforvaltning-nordost',
    signsAs: { sv: 'Socialförvaltning Nordost', en: 'Social services Nordost' },
  },
  {
    role: 'analyst',
    number: 1,
    name: 'Anna Analytiker',
    organisation: 'goteborg',
    signsAs: { sv: 'Analytiker, Göteborgs Stad', en: 'Analyst, City of Göteborg' },
  },
]

/** The address by which a trial account signs in. */
export const trialAddress = (role: Role, number = 1): string => `${role}${number > 1 ? number : ''}@nordost.example`

/**
 * Makes the trial accounts with random passwords and writes them to a file that only its owner can read. Accounts that
 * are there get a new password.
 */
export async function makeTrialAccounts(file: string): Promise<void> {
  const written = []
  for (const { role, number, name, organisation, signsAs } of trialStaff) {
    const email = trialAddress(role, number)
    const password = randomBytes(12).toString('base64url')
    const known = await setPassword(email, password)
    if ('refused' in known) await makeAccount({ name, email, password, role, organisation, signsAs })
    const tipsPassphrase = role === 'officer' ? { tipsPassphrase: randomBytes(15).toString('base64url') } : {}
    written.push({ role, email, password, ...tipsPassphrase })
  }
  writeFileSync(`${file}.part`, JSON.stringify(written, null, 2) + '\n', { mode: 0o600 })
  renameSync(`${file}.part`, file)
}
