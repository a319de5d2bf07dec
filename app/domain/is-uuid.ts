/** True for what can be the id of a row; PostgreSQL refuses to compare any other text with one. */
export const isUuid = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)
