import { carefulSharp } from './careful-sharp.server.ts'

/** In pixels, as wide and high at most as a waiting photo is shown. */
const thumbnailSide = 160

/** A small picture of a photo as a `data:` address. */
export async function thumbnailOf(webp: Uint8Array): Promise<string> {
  const square = carefulSharp(webp).resize(thumbnailSide, thumbnailSide, { fit: 'cover' })
  const small = await square.webp({ quality: 60 }).toBuffer()
  return `data:image/webp;base64,${small.toString('base64')}`
}
