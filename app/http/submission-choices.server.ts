import { priorities } from '#db/schema/submissions.ts'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { workingAreaOf } from '#app/domain/areas/where-is.server.ts'
import { linkableCommitments } from '#app/domain/commitments/linkable-commitments.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { may } from '#app/domain/staff/permissions.ts'
import { allOrganisations, triageColleagues } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { clocksOf, type Clocks } from '#app/domain/submissions/clocks.server.ts'
import { canWaitForReply } from '#app/domain/submissions/reply.server.ts'
import { canWaitOutside, statesNextDay } from '#app/domain/submissions/set-next-day.server.ts'
import { staffMoves } from '#app/domain/submissions/staff-moves.ts'
import { isOpen, mergeable } from '#app/domain/submissions/statuses.ts'
import { dayOf } from '#app/domain/submissions/working-days.server.ts'
import { markOf } from '#app/domain/submissions/write-public-text.server.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { readsTips } from '#app/domain/tips/reads-tips.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { languages, pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { tellTemplates } from './insert-template.server.ts'
import { otherAuthority } from './passing-on.server.ts'
import { offeredLanguages } from './request.server.ts'
import { tellPersonal } from './tell-personal.server.ts'
import { tellDrafts } from './tell-drafts.server.ts'
import { tellVersions } from './tell-versions.server.ts'
import { tellPlans } from './tell-plans.server.ts'
import { tellStandardReplies } from './standard-replies.server.ts'
import { answersInWords } from './tell-answers.server.ts'
import { tellStaffClocks } from './tell-staff-clocks.server.ts'

/** What a member of staff may do to a submission, and what there is to choose from when she does. */
export async function submissionChoices(staff: Staff, found: FoundForStaff, language: Language) {
  const handle = found.acts && may(staff, 'triage')
  const now = new Date()
  const clocks = clocksOf(found, now)
  // None waits for another: each asks in a transaction of its own.
  const asked = handle ? forHandlers(staff, found, language) : undefined
  const [forms, answered, base, workingArea, drafts, handling] = await Promise.all([
    lastingKey('form tokens'),
    answersInWords(language, found.category, found.original?.answers ?? []),
    baseMap(),
    workingAreaOf(found.areaCode),
    tellDrafts(staff, language, found),
    asked,
  ])
  // Nothing is put into an answer that somebody has begun with, or that has been given or waits.
  const isBegun =
    drafts.answer || found.responses.length > 0 || handling?.plans.waiting.some(({ act }) => act === 'answer')
  return {
    can: {
      handle,
      note: may(staff, 'note'),
      disclose: found.acts && may(staff, 'disclose'),
      markSecret: found.acts && may(staff, 'secrecy.mark'),
    },
    sealAt: found.acts && readsTips(staff) ? paths.staffTipsSeal(found.ref) : undefined,
    moves: staffMoves(found.status).filter((to) => to !== 'answered' || found.responses.length > 0),
    mergeable: handle && mergeable(found.status),
    handsOverTo: handle && isOpen(found.status) ? otherAuthority(found.receivingAuthority) : undefined,
    redirectable: handle && staffMoves(found.status).includes('redirected'),
    ...{ colleagues: [], organisations: [], pledges: [], personal: undefined, standard: undefined },
    ...{ templates: undefined, versions: undefined, plans: undefined },
    ...handling,
    drafts,
    suggested: isBegun ? undefined : handling?.suggested,
    priorities,
    languages: offeredLanguages().map((tag) => ({ tag, name: languages[tag].name })),
    writtenLanguages,
    canWait: canWaitForReply(found.status),
    nextDay: handle ? nextDayOf(found, clocks) : undefined,
    clocks: found.acts ? tellStaffClocks(language, found, { clocks, now }) : [],
    formToken: newFormToken(forms),
    today: dayOf(now),
    seen: markOf(found),
    answered,
    base,
    workingArea: workingArea?.name,
    organisation: staff.organisation,
    signsAs: pick(staff.signsAs, language).text,
  }
}

/** The day of the next step as it stands, for who may state another; nothing where none is promised. */
function nextDayOf(found: FoundForStaff, { step, back }: Clocks) {
  if (!statesNextDay(found.status)) return undefined
  const [on, outside] = [step?.by ?? back?.by ?? '', step?.outside ?? false]
  const part = back ? ('back' as const) : ('step' as const)
  return { on, part, outside, seen: found.stated?.at ?? '', canWait: canWaitOutside(found.status) }
}

/** What who handles it chooses from, and what waits there for her. */
async function forHandlers(staff: Staff, found: FoundForStaff, language: Language) {
  const [colleagues, organisations, pledges, personal, prepared, versions, plans] = await Promise.all([
    triageColleagues(staff, found.receivingAuthority, found.areaCode),
    organisationsFor(staff, found),
    pledgesFor(staff, found, language),
    tellPersonal(found),
    tellTemplates(staff, found),
    tellVersions(staff, language, found),
    tellPlans(staff, language, found.id),
  ])
  const standard = tellStandardReplies(found.language)
  const { list: templates, suggested } = prepared
  return { colleagues, organisations, pledges, personal, standard, templates, suggested, versions, plans }
}

/** Everybody but the authority that has it. */
async function organisationsFor(staff: Staff, { receivingAuthority }: FoundForStaff) {
  const all = await allOrganisations(staff)
  return all
    .filter(({ slug }) => slug !== receivingAuthority)
    .map(({ slug, name, kind }) => ({ slug, name, company: kind === 'company' }))
}

/** The commitments that are not linked yet, by pledge. */
async function pledgesFor(staff: Staff, found: FoundForStaff, language: Language) {
  const linked = found.commitments.map(({ slug }) => slug)
  const pledges = await linkableCommitments(staff)
  return pledges.map((pledge) => ({
    title: pick(pledge.title, language).text,
    commitments: pledge.commitments
      .filter(({ slug }) => !linked.includes(slug))
      .map(({ slug, number, title }) => ({ slug, label: `${number}. ${pick(title, language).text}` })),
  }))
}
