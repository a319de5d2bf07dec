import { createHash } from 'node:crypto'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import { withheldGrounds } from '#app/domain/photos/withheld-grounds.server.ts'
import { maskedText, maskWords, passagesOf } from '#app/domain/records/mask.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { answersInWords } from './tell-answers.server.ts'

/** A text of the case: what it is called, when it came, and whether it is masked unless chosen otherwise. */
type Part = { id: string; label: string; at: string; text: string; internal: boolean }

/** Names what may be written anew: another text is another part, so that none is given out unseen. */
const marked = (id: string, text: string): string =>
  `${id}-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`

/** What others than the resident and the authority were shown: the public text, and texts rewritten for a company. */
function toldOthers(found: FoundForStaff, language: Language, when: (moment: Date) => string): Part[] {
  const t = words(language)
  const { publicTitle, publicBody, publishedAt, routings } = found
  const label = t(`records:disclosure.part.${publishedAt ? 'public' : 'publicDraft'}`)
  const shown = [...Object.entries(publicTitle ?? {}), ...Object.entries(publicBody ?? {})]
  return [
    ...shown.map(([tag, text], index) => ({
      ...{ id: marked(`public-${index}-${tag}`, text ?? ''), text: text ?? '', label },
      ...{ at: publishedAt ? when(publishedAt) : '', internal: !publishedAt },
    })),
    ...routings.map(({ organisation, organisationName, rewrittenBody, routedAt }) => ({
      ...{ id: marked(`routed-${organisation}`, rewrittenBody ?? ''), text: rewrittenBody ?? '', at: when(routedAt) },
      ...{ label: t('records:disclosure.part.rewritten', { organisation: organisationName }), internal: false },
    })),
  ]
}

/** Everything that was written in the case, in the order of the page. Answers that were withdrawn have no text. */
async function partsOf(found: FoundForStaff, language: Language): Promise<Part[]> {
  const t = words(language)
  const { original, thread, moves, notes, childReports, responses, ratings, category, createdAt } = found
  const when = (moment: Date) => `${formatDay(language, moment)} ${formatTime(language, moment)}`
  const part = (id: string, key: string, { at, text }: { at: Date; text: string }): Part => ({
    ...{ id, text, at: when(at), internal: key === 'note' || key === 'childReport' },
    label: t(`records:disclosure.part.${key}`),
  })
  const answered = await answersInWords(language, category, original?.answers ?? [])
  return [
    part('body', 'body', { at: createdAt, text: original?.body ?? '' }),
    ...answered.map(({ key, question, answer }) => ({
      ...part(`answer-${key}`, 'answer', { at: createdAt, text: answer.text }),
      label: question.text,
    })),
    part('placeNote', 'placeNote', { at: createdAt, text: original?.placeNote ?? '' }),
    ...thread.map(({ id, sender, body, sentAt }) => part(`message-${id}`, sender, { at: sentAt, text: body })),
    ...moves.map(({ reason, movedAt }, index) => part(`move-${index}`, 'move', { at: movedAt, text: reason })),
    ...responses
      .filter(({ withdrawnAt }) => !withdrawnAt)
      .flatMap(({ version, body, givenAt }) =>
        Object.entries(body).map(([tag, text]) =>
          part(`response-${version}-${tag}`, 'response', { at: givenAt, text: text ?? '' }),
        ),
      ),
    ...ratings.map(({ version, heard, ratedAt }) =>
      part(`rating-${version}-${heard}`, 'rating', { at: ratedAt, text: t(`records:disclosure.heard.${heard}`) }),
    ),
    ...toldOthers(found, language, when),
    ...childReports.map(({ id, reportedOn, receiver, notedAt }) => {
      const [day, to] = [formatDay(language, reportedOn), t(`child-reports:receiver.${receiver}`)]
      return part(`child-report-${id}`, 'childReport', {
        at: notedAt,
        text: t('child-reports:made', { day, receiver: to }),
      })
    }),
    ...notes.map(({ id, body, writtenAt }) => part(`note-${id}`, 'note', { at: writtenAt, text: body })),
  ].filter(({ text }) => text.trim() !== '')
}

/** The photos, each with a name for how it stands: one that was withheld meanwhile is another than was shown. */
const photosOf = ({ original }: FoundForStaff) =>
  (original?.photos ?? []).map((photo) => ({ ...photo, mark: `${photo.id}-${photo.state}` }))

/**
 * What the page offers to mask: the sentences of each text, and the photos, of those that are withheld with the ground.
 * `seen` names all of it.
 */
export async function disclosureForm(staff: Staff, found: FoundForStaff, language: Language) {
  const [parts, grounds] = await Promise.all([partsOf(found, language), withheldGrounds(staff, found.id)])
  return {
    parts: parts.map(({ id, label, at, text, internal }) => ({
      ...{ id, label, at, internal },
      passages: passagesOf(id, text),
    })),
    photos: photosOf(found).map(({ id, mark, state, width, height }) => ({
      ...{ id, mark, width, height, ground: state === 'withheld' ? (grounds.get(id) ?? null) : null },
      src: paths.staffPhoto(found.ref, id),
    })),
    seen: seenOf(found, parts),
  }
}

/** Names all that was shown, so that nothing that came meanwhile is given out unseen. */
const seenOf = (found: FoundForStaff, parts: Part[]): string =>
  [...parts.map(({ id }) => id), ...photosOf(found).map(({ mark }) => mark)].join(' ')

type Chosen = { mask: string[]; words: string[]; leaveOut: string[]; seen: string }

/** What the file holds: every text with what was chosen masked, and the photos that were not left out. */
export async function disclosureView(
  staff: Staff,
  found: FoundForStaff,
  { language, chosen }: { language: Language; chosen: Chosen },
) {
  const t = words(language)
  const parts = await partsOf(found, language)
  if (seenOf(found, parts) !== chosen.seen) return undefined
  const masking = { passages: new Set(chosen.mask), words: chosen.words }
  const left = photosOf(found).filter(({ id }) => !chosen.leaveOut.includes(id))
  const photos = await Promise.all(left.map(({ id }) => findPhotoForStaff(staff, found.ref, id)))
  const facts = {
    number: found.registrationNumber ?? t('staff:submission.notRegistered'),
    receivedBy: t(`staff:authority.${found.receivingAuthority}`),
    receivedOn: formatDay(language, found.createdAt),
    subject: `${t(`staff:kind.${found.kind}`)}: ${t(`categories:${found.category}`)}`,
    status: t(`staff:status.${found.status}`),
    area: found.areaName,
    place: found.original?.placeName ?? '',
  }
  return {
    language,
    title: t('records:disclosure.fileTitle', { number: facts.number }),
    made: t('records:disclosure.made', { day: formatDay(language, new Date()), authority: facts.receivedBy }),
    masked: t('records:disclosure.masked'),
    photosTitle: t('records:disclosure.photos'),
    facts: Object.entries(facts)
      .filter(([, value]) => value)
      .map(([name, value]) => ({
        name: t(`records:disclosure.fact.${name}`),
        value: maskWords(value, chosen.words),
      })),
    parts: parts.map(({ id, label, at, text }) => ({ id, label, at, text: maskedText(id, text, masking) })),
    photos: photos.flatMap((webp) => (webp ? [`data:image/webp;base64,${webp.toString('base64')}`] : [])),
  }
}
