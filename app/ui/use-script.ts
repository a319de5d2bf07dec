import { useEffect, useState } from 'react'

/** Whether script runs here: false on the server and at first, true once the page has come alive. */
export function useScript(): boolean {
  const [runs, setRuns] = useState(false)
  useEffect(() => setRuns(true), [])
  return runs
}
