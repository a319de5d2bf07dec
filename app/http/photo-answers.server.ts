/** A photo as a file of its own: kept by no browser and no proxy, since whoever holds the device next could see it. */
export const photoAnswer = (webp: Buffer): Response =>
  new Response(new Uint8Array(webp), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'no-store', 'Content-Disposition': 'inline' },
  })
