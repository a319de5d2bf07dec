import { TZDate } from '@date-fns/tz'
import { getVtimezoneComponent } from '@touch4it/ical-timezones'
import ical, { ICalEventStatus } from 'ical-generator'
import type { Dialogue } from '#app/domain/dialogues/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

const timezone = 'Europe/Stockholm'

/**
 * One dialogue as a calendar file (RFC 5545) with one event, in a language. It is the same for everybody: no link to a
 * booking, none to an online room. A dialogue that is postponed does not take place at its old time, so it is cancelled
 * until it has a new one.
 */
export function dialogueCalendar(language: Language, dialogue: Dialogue): string {
  const { id, slug, stage, sequence, changedAt, startsAt, endsAt, placeName, address, lat, lon } = dialogue
  const { baseUrl } = settings()
  const off = stage === 'cancelled' || stage === 'postponed'
  const calendar = ical({
    prodId: { company: 'Nordost svarar', product: 'dialogues' },
    timezone: { name: null, generator: timezoneRules },
  })
  const title = [placeName, address].filter(Boolean).join(', ')
  calendar.createEvent({
    id: `${id}@${new URL(baseUrl).hostname}`,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    timezone,
    start: new TZDate(startsAt, timezone),
    end: new TZDate(endsAt, timezone),
    summary: pick(dialogue.title, language).text,
    description: descriptionOf(language, dialogue),
    location: lat !== null && lon !== null ? { title, geo: { lat, lon } } : title,
    url: baseUrl + paths.dialogue(language, slug),
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}

/** The rules of summer time, without the address of where the library took them from. */
const timezoneRules = (name: string) => getVtimezoneComponent(name)?.replace(/^TZURL:.*\r?\n/m, '') ?? null

/** What a calendar says below the time: first that it is off, where it is. */
function descriptionOf(language: Language, { stage, summary, cancelledReason }: Dialogue): string {
  const t = words(language)
  const off =
    stage === 'cancelled' ? t('dialogues:cancelled') : stage === 'postponed' ? t('dialogues:postponed.title') : ''
  const reason = stage === 'cancelled' && cancelledReason ? pick(cancelledReason, language).text : ''
  return [off, reason, pick(summary, language).text].filter(Boolean).join('\n')
}
