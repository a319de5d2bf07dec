import type { Category } from '#db/schema/submissions.ts'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { categoriesWithFourEyes } from '#app/domain/submissions/four-eyes.server.ts'
import { setFourEyes } from '#app/domain/submissions/set-four-eyes.server.ts'

/** Asks for a second person in these categories and no others, as an administrator does who sees what is set. */
export const askForTwo = async (admin: Staff, wanted: Category[]) =>
  setFourEyes(admin, { wanted, seen: markOfList(await categoriesWithFourEyes(admin)) })
