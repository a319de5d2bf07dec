import type { KeyboardEvent, PointerEvent } from 'react'

/** Where a part lies, in pixels of the photo. */
export type Place = { x: number; y: number; width: number; height: number }

type Props = {
  label: string
  /** A black box's number; without one it is the crop, which lets through what lies under it. */
  number?: number
  at: Place
  /** The radius of the circle that it is resized by, in pixels of the photo. */
  handle: number
  /** Whether script runs: only then does it do anything. */
  live: boolean
  /** Whether the pointer takes hold of it; through what it does not take hold of, it draws. */
  held: boolean
  onMove: (event: PointerEvent) => void
  onGrow: (event: PointerEvent) => void
  onKey: (event: KeyboardEvent) => void
}

/** A black box or the crop as it lies on the photo: moved and resized by pointer, finger and keys. */
export function DrawnPart({ label, number, at, handle, live, held, onMove, onGrow, onKey }: Props) {
  const corner = { cx: at.x + at.width, cy: at.y + at.height, r: handle, 'aria-hidden': true, onPointerDown: onGrow }
  return (
    <g className={held ? '' : 'pointer-events-none'}>
      {/* Under the part, so that a small one can still be moved; beside it a finger takes hold within 22 pixels or more. */}
      {held && (
        <circle
          {...corner}
          fill="transparent"
          stroke="transparent"
          strokeWidth={0}
          vectorEffect="non-scaling-stroke"
          data-hold="grow"
          className="cursor-nwse-resize [@media(any-pointer:coarse)]:[stroke-width:26px]"
        />
      )}
      <rect
        {...at}
        tabIndex={live ? 0 : undefined}
        role={live ? 'button' : 'img'}
        aria-label={label}
        aria-describedby={live ? 'redaction-keys' : undefined}
        fill={number ? 'black' : 'transparent'}
        stroke="white"
        className={`outline-offset-2 focus-visible:stroke-sun ${held ? 'cursor-move' : ''}`}
        strokeWidth={number ? 2 : 3}
        vectorEffect="non-scaling-stroke"
        onPointerDown={onMove}
        onKeyDown={onKey}
      />
      {number && (
        <text
          x={at.x + at.width / 2}
          y={at.y + at.height / 2}
          fontSize={handle * 2}
          textAnchor="middle"
          dominantBaseline="central"
          aria-hidden="true"
          fill="white"
          className="pointer-events-none font-bold"
        >
          {number}
        </text>
      )}
      {held && (
        <circle
          {...corner}
          fill="white"
          stroke="black"
          className="cursor-nwse-resize"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </g>
  )
}
