import type { Category } from '#db/schema/submissions.ts'

/**
 * Within how many working days staff take the next step with a case that they work on, by its category, where they have
 * stated no other day: sooner where somebody may come to harm, later where a thing has to be built or talked over.
 */
export const stepsWithin: Record<Category, number> = {
  lighting: 10,
  litter: 5,
  vandalism: 10,
  traffic: 10,
  drugs: 5,
  'youths-at-risk': 5,
  'unsafe-place': 10,
  violence: 5,
  disorder: 5,
  fires: 5,
  vehicles: 10,
  upkeep: 10,
  'meeting-places': 15,
  treatment: 10,
  praise: 15,
  other: 10,
}
