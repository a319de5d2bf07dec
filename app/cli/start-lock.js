import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Takes the lock that the file `file` is, for this process. A lock whose holder has died is taken over, but not before
 * what the holder had started (its `child`) has ended too.
 *
 * Answers `{ lock }`, with `lock.names(childId)` to write down what we started and `lock.release()`; or `{ holder }`,
 * the number of the process that has it. Throws when the folder cannot be written to.
 */
export async function takeLock(file) {
  const own = { pid: process.pid, started: startOf(process.pid) }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    while (!place(draft, file)) {
      const found = read(file)
      if (found === undefined) {
        await pause(20)
        continue
      }
      if (lives(found.holder)) return { holder: found.holder.pid }
      await outlive(found.holder.child)
      if (await takeOver(draft, file, found.text)) break
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return { lock: lockOf(file, own) }
}

function lockOf(file, own) {
  return {
    names(childId) {
      writeFileSync(`${file}.new`, JSON.stringify({ ...own, child: { pid: childId, started: startOf(childId) } }), {
        mode: 0o600,
      })
      renameSync(`${file}.new`, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

/** Puts the draft in the lock's place, whole and only if that is empty. */
function place(draft, file) {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
  }
  // Some file systems know no second names for a file.
  try {
    writeFileSync(file, readFileSync(draft), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** What the lock says; undefined when it has just been released, or is being written this very moment. */
function read(file) {
  try {
    const text = readFileSync(file, 'utf8')
    const isOld = Date.now() - statSync(file).mtimeMs > 5000
    if (text === '' && !isOld) return undefined
    return { text, holder: holderIn(text) }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function holderIn(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {} // Nothing that we wrote whole: nobody holds it.
  }
}

/** Replaces a dead holder's lock. One at a time, and only while the lock still is what it was when we judged it. */
async function takeOver(draft, file, judged) {
  const turn = `${file}.turn`
  try {
    mkdirSync(turn)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (ageOf(turn) > 10_000) rmSync(turn, { recursive: true, force: true })
    await pause(50)
    return false
  }
  try {
    if (read(file)?.text !== judged) return false
    renameSync(draft, file)
    return true
  } finally {
    rmdirSync(turn)
  }
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}

/** What a killed start had running ends by itself when it notices; if it has not within 15 seconds, it is killed. */
async function outlive(child) {
  for (const end = Date.now() + 15_000; lives(child) && Date.now() < end;) await pause(50)
  if (!lives(child)) return
  process.kill(-child.pid, 'SIGKILL')
  while (lives(child)) await pause(50)
}

function lives(who) {
  const started = who?.pid && startOf(who.pid)
  return started !== undefined && started === who?.started
}

/**
 * When a process started, as text that only it has: a number alone may have gone to another process since. Undefined
 * when there is no such process, or it is dead and only not yet collected.
 */
function startOf(pid) {
  if (process.platform === 'linux') return startOnLinux(pid)
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

function startOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything; what is counted comes after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return 'ZX'.includes(fields[0]) ? undefined : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}
