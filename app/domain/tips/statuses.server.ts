export { tipStatuses } from '#db/schema/tips.ts'
