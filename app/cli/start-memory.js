// How the portal's process is run so that it holds little memory while many send photos at once: without these it keeps
// several hundred MB that it no longer uses.

/** What passes is thrown away early instead of when half the machine's memory is full of it. */
export const memoryOptions = ['--max-semi-space-size=16']

/** For the C library of Linux: gives large buffers back at once, and keeps few heaps side by side. Others pass it by. */
export const memoryEnvironment = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144' }
