import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { largestPhoto, photosPerForm, type PhotoRefusal } from '#app/domain/photos/limits.ts'
import { mostFields } from './forms.server.ts'
import { sealToFile, type SealedFile } from './sealed-file.server.ts'

/** The texts may be as long together as those of any other form, in bytes. */
const longestTexts = 1_000_000
const limits = { fieldSize: longestTexts, fields: mostFields, fileSize: largestPhoto, files: 50, parts: 400 }

/** A file of the field `photos`, by the name it had; or why it was not even kept until its turn. */
export type ReceivedFile = { name: string } & ({ file: SealedFile } | { refused: PhotoRefusal })
export type Received = { texts: [name: string, text: string][]; files: ReceivedFile[] }

/**
 * Reads a multipart body as it comes, holding little of it in memory: its texts, and the files of the field `photos`,
 * each of which must be closed. Answers 400 to a body that breaks off or is not well formed, 413 to texts that are too
 * long; what had come is then thrown away.
 */
export async function readMultipart(request: Request): Promise<Received> {
  const parser = parserFor(request)
  const texts = textsOf(parser)
  const files = filesOf(parser)
  try {
    await pipeline(Readable.fromWeb((request.body ?? new Blob().stream()) as ReadableStream), parser)
    const length = texts.reduce((sum, [name, text]) => sum + name.length + text.length, 0)
    if (length > longestTexts) throw new Response(null, { status: 413 })
    return { texts, files: await files.whole() }
  } catch (error) {
    await files.discard()
    if (error instanceof Response || isOfSystem(error)) throw error
    throw new Response(null, { status: 400 })
  }
}

function parserFor(request: Request): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': request.headers.get('content-type') ?? '' }, limits })
  } catch {
    throw new Response(null, { status: 400 })
  }
}

/** What the system says is not the sender's doing. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** Fills up with the texts as they come. A text that was cut is as long as all may be, so that it is too long. */
function textsOf(parser: BusboyInstance): [name: string, text: string][] {
  const texts: [string, string][] = []
  parser.on('field', (name, text) => texts.push([name, text]))
  return texts
}

/** Keeps the files of the field `photos` as they come; empty choices of other fields and other files are passed by. */
function filesOf(parser: BusboyInstance) {
  const streams = new Set<BusboyFileStream>()
  const received: Promise<ReceivedFile | undefined>[] = []
  let refusedAll = false
  parser.on('filesLimit', () => (refusedAll = true))
  parser.on('file', (field, stream, name) => {
    // The parser tells each stream when the body breaks off, also one that nobody reads.
    stream.on('error', () => undefined)
    if (field !== 'photos' || !name) return void stream.resume()
    if (received.length >= photosPerForm) {
      received.push(Promise.resolve({ name, refused: 'too-many-photos' }))
      return void stream.resume()
    }
    streams.add(stream)
    const file = receive(stream, name).finally(() => streams.delete(stream))
    received.push(
      file.catch((error: Error) => {
        parser.destroy(error)
        return undefined
      }),
    )
  })
  const whole = async () => {
    const files = (await Promise.all(received)).filter((file) => file !== undefined)
    return refusedAll ? [...files, { name: '', refused: 'too-many-photos' as const }] : files
  }
  return {
    whole,
    async discard() {
      for (const stream of streams) stream.destroy(new Error('the body broke off'))
      for (const one of await whole()) if ('file' in one) await one.file.close()
    },
  }
}

async function receive(stream: BusboyFileStream, name: string): Promise<ReceivedFile> {
  const file = await sealToFile(stream)
  if (!stream.truncated) return { name, file }
  await file.close()
  return { name, refused: 'too-large' }
}
