import fc from 'fast-check'

/** Whatever can be in a text: any UTF-16 units at all, control characters and halves of pairs among them. */
export const anyText = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units))
