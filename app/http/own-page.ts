import { paths } from '#app/paths.ts'

/** An address of the back office, and nothing that a browser could take for another site's. */
const ownPage = /^\/staff(\/[\w/-]*)?(\?[\w=&.%+-]*)?$/

/** The address when it is a page of the back office, else its first page. */
export const ownStaffPage = (to: unknown): string => (typeof to === 'string' && ownPage.test(to) ? to : paths.staff())
