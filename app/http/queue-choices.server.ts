import { categories } from '#db/schema/submissions.ts'
import { allWorkingAreas, districtAreas } from '#app/domain/areas/queries.server.ts'
import { readsRouted, reachesArea } from '#app/domain/staff/permissions.ts'
import { allOrganisations, triageColleagues } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { ageNames, deadlines, lastWords } from '#app/domain/submissions/queue-filter.server.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'

type Option = { value: string; label: string }

const asOptions = (values: readonly string[], label: (value: string) => string): Option[] =>
  values.map((value) => ({ value, label: label(value) }))

/**
 * What the queue can be filtered by, each in words. Of areas those that she reaches. Who has a
 * submission, where it was sent and what is held is told to those only who act for an authority; what says something of
 * the thread or of our days, to those who read it.
 */
export async function queueChoices(staff: Staff, language: Language) {
  const t = words(language)
  const areas = (await districtAreas()).filter(({ code }) => reachesArea(staff, code))
  const { authority, role } = staff
  const colleagues = authority !== null && role !== 'partner' ? await triageColleagues(staff, authority) : undefined
  const yesOrNo = (filter: string) => asOptions(['yes', 'no'], (value) => t(`staff:queue.${filter}.${value}`))
  return {
    kind: asOptions(openKinds, (kind) => t(`staff:kind.${kind}`)),
    category: asOptions(categories, (category) => t(`categories:${category}`)),
    area: areas.map(({ code, name }) => ({ value: code, label: name })),
    ...(colleagues && {
      assignee: [
        ...[
          { value: 'me', label: t('staff:queue.me') },
          { value: 'nobody', label: t('staff:assign.nobody') },
        ],
        ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
      ],
    }),
    workingArea: (await allWorkingAreas())
      .filter(({ areaCodes }) => areaCodes.some((code) => reachesArea(staff, code)))
      .map(({ slug, name }) => ({ value: slug, label: name })),
    age: asOptions(ageNames, (age) => t(`staff:queue.age.${age}`)),
    ...(readsRouted(staff.organisationKind) && {
      deadline: asOptions(deadlines, (deadline) => t(`staff:queue.deadline.${deadline}`)),
      writtenIn: asOptions(writtenLanguages, (tag) => t(`staff:language.${tag}`)),
      lastWord: asOptions(lastWords, (who) => t(`staff:queue.lastWord.${who}`)),
      photos: yesOrNo('photos'),
    }),
    linked: yesOrNo('linked'),
    ...(colleagues && {
      organisation: (await allOrganisations(staff)).map(({ slug, name }) => ({ value: slug, label: name })),
      held: yesOrNo('heldChoice'),
    }),
  }
}
