import type { Cell } from './told.ts'

/** A figure in few signs; read out in words where those say more. */
export function ShownCell({ cell: { shown, words } }: { cell: Cell }) {
  if (!words || words === shown) return <>{shown}</>
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{words}</span>
    </>
  )
}
