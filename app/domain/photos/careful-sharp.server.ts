import sharp from 'sharp'

// Photos come one by one and never again: nothing is kept for the next, and one takes one thread.
sharp.cache(false)
sharp.concurrency(1)
// Whatever a file claims to be, nothing else than these is ever opened.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`) })

/** `sharp` as files from strangers are to be opened with. */
export const carefulSharp = sharp
