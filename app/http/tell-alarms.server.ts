import { openAlarms } from '#app/domain/alarms/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** The alarms that nobody has taken, for the banner above the pages of the back office. */
export const tellAlarms = async (staff: Staff, language: Language) =>
  (await openAlarms(staff)).map(({ ref, raisedAt }) => ({ ref, at: formatTime(language, raisedAt) }))
