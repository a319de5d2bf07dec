import { createCipheriv, createDecipheriv, randomBytes, type Decipheriv } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/**
 * A file that was received and waits for its turn: on disk, so that many can wait, and encrypted under a key that only
 * memory holds. It has no name on the disk, so that it is gone with the process, whatever ends it.
 */
export type SealedFile = {
  read(): Promise<Buffer>
  /** Gives the disk back; must be called in every outcome. */
  close(): Promise<void>
}

const cipher = 'aes-256-ctr'
const partLength = 1_000_000

/** Writes a stream to a sealed file as it comes; nothing is left when the stream breaks off. */
export async function sealToFile(stream: Readable): Promise<SealedFile> {
  const handle = await openNameless()
  const [key, start] = [randomBytes(32), randomBytes(16)]
  try {
    const sealing = createCipheriv(cipher, key, start)
    let size = 0
    for await (const part of stream as AsyncIterable<Buffer>) {
      await handle.writeFile(sealing.update(part))
      size += part.length
    }
    return {
      read: () => readAll(handle, size, createDecipheriv(cipher, key, start)),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Reads and opens all of it, part by part, so that memory holds it once. */
async function readAll(handle: FileHandle, size: number, opening: Decipheriv): Promise<Buffer> {
  const whole = Buffer.alloc(size)
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(whole, at, Math.min(partLength, size - at), at)
    if (bytesRead === 0) throw new Error('a sealed file ends too early')
    opening.update(whole.subarray(at, at + bytesRead)).copy(whole, at)
    at += bytesRead
  }
  return whole
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `portal-photo-${randomBytes(16).toString('hex')}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}
