/** True for what can be the public reference of a submission or a tip, as it is written: `7KQ4-2M9P`. */
export const isRef = (ref: string): boolean => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(ref)
