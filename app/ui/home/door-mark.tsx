export type Door = 'concern' | 'tip' | 'idea' | 'dialogues'

const strokes: Record<Door, { colour: string; lines: string[] }> = {
  // a speech bubble with a lamp post's light in it
  concern: { colour: 'stroke-voice', lines: ['M5 7h22v14H15l-6 5v-5H5z', 'M16 11v4', 'M16 18v.5'] },
  // an envelope with its flap closed
  tip: { colour: 'stroke-sky', lines: ['M5 8h22v17H5z', 'M5 9l11 9 11-9', 'M16 18v0'] },
  // a seedling
  idea: {
    colour: 'stroke-sun',
    lines: ['M16 27V14', 'M16 16c0-6 4-9 10-9 0 6-4 9-10 9z', 'M16 20c0-4-3-7-9-7 0 5 3 7 9 7z'],
  },
  // two people at a round table
  dialogues: {
    colour: 'stroke-accent',
    lines: [
      'M9 9a3 3 0 1 0 .1 0',
      'M23 9a3 3 0 1 0 .1 0',
      'M4 24c0-5 2-7 5-7s5 2 5 5',
      'M28 24c0-5-2-7-5-7s-5 2-5 5',
      'M11 26h10',
    ],
  },
}

/** The portal's own drawing of a door; decoration only. */
export function DoorMark({ door }: { door: Door }) {
  const { colour, lines } = strokes[door]
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      className={`h-7 w-7 shrink-0 sm:h-9 sm:w-9 ${colour}`}
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  )
}
