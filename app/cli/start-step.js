import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** Something the person at the terminal can mend; its message is the one line they see. */
export class Refusal extends Error {}

/** The signal that asked us to stop, when there was one, and how to pass it on to what is running now. */
export const stopping = { signal: undefined, passOn: () => undefined }

/**
 * From here on Ctrl-C, SIGTERM, a closed terminal and the end of the npm that runs us stop what is running; the first
 * of them counts, the rest are the same wish again.
 */
export function heedSignals() {
  const stop = (signal) => {
    if (stopping.signal) return
    stopping.signal = signal
    stopping.passOn()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

  // Where npm runs us through a shell, a SIGTERM ends npm and the shell, and nobody passes it on.
  const parent = process.ppid
  const watch = () => process.ppid !== parent && stop('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref()
}

/** The exit code that tells that we were stopped by `signal`. */
export const codeFor = (signal) => 128 + constants.signals[signal]

/**
 * Runs one step to its end, without a terminal and with its output kept back; when it fails, the output is shown and
 * the refusal thrown. `onStart` hears the number of the process. A step has a process group of its own, so that
 * stopping it stops everything it has started.
 */
export async function runStep({ command, options, cwd, env, onStart, refusal }) {
  if (stopping.signal) return
  const output = []
  const step = spawn(command, options, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  stopping.passOn = () => endGroup(step.pid)
  step.stdout.on('data', (part) => output.push(part))
  step.stderr.on('data', (part) => output.push(part))
  if (step.pid) onStart(step.pid)

  const code = await new Promise((resolve) => step.on('error', resolve).on('close', resolve))
  stopping.passOn = () => undefined
  if (code === 0 || stopping.signal) return
  process.stderr.write(Buffer.concat(output))
  throw new Refusal(code instanceof Error ? `${refusal} (${code.message})` : refusal)
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
