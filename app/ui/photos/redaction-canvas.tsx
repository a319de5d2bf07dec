import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoPart } from '#db/schema/photos.ts'
import { DrawnPart, type Place } from './drawn-part.tsx'
import { drawnPart, typedPart } from './redaction-fields.ts'
import { drawnBoxes, grownBy, leastSize, movedBy, partBetween, type PartName, type Redacting } from './use-redaction.ts'

export type Tool = 'box' | 'crop'

type Props = {
  photo: { src: string; width: number; height: number }
  redacting: Redacting
  tool: Tool
  /** Whether script runs: without it the photo shows a grid to read the numbers from. */
  live: boolean
  mostBoxes: number
}

type Drag = { from: [number, number]; part: PartName; how: 'draw' | 'move' | 'grow'; first: PhotoPart }

/** The photo as it was sent, with what is cut away and covered drawn on it; drawn by pointer, finger and arrow keys. */
export function RedactionCanvas({ photo, redacting, tool, live, mostBoxes }: Props) {
  const { t } = useTranslation()
  const { src, width, height } = photo
  const { now, act } = redacting
  const svg = useRef<SVGSVGElement>(null)
  const drag = useRef<Drag>()
  const crop = drawnPart(now.crop)
  const place = (part: PhotoPart): Place => ({
    ...{ x: (part.left * width) / 100, y: (part.top * height) / 100 },
    ...{ width: (part.width * width) / 100, height: (part.height * height) / 100 },
  })
  const pointOf = (event: PointerEvent): [number, number] => {
    // A high photo does not fill its box: only the drawing itself knows where it lies.
    const toPhoto = svg.current!.getScreenCTM()!.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toPhoto)
    return [(x / width) * 100, (y / height) * 100]
  }

  function begin(event: PointerEvent, what: Omit<Drag, 'from'>) {
    if (!live || event.button !== 0) return
    event.stopPropagation()
    svg.current!.setPointerCapture(event.pointerId)
    drag.current = { ...what, from: pointOf(event) }
    act({ act: 'begin' })
  }

  function draw(event: PointerEvent) {
    if (tool === 'box' && now.boxes.length >= mostBoxes) return
    const first = partBetween(pointOf(event), pointOf(event))
    begin(event, { part: tool === 'crop' ? 'crop' : now.boxes.length, how: 'draw', first })
    if (live && event.button === 0 && tool === 'box') act({ act: 'add', to: first })
  }

  function follow(event: PointerEvent) {
    const { from, part, how, first } = drag.current ?? {}
    if (!from || part === undefined || !first || !how) return
    const at = pointOf(event)
    const by = [at[0] - from[0], at[1] - from[1]] as const
    const to = {
      draw: () => partBetween(from, at),
      move: () => movedBy(first, ...by),
      grow: () => grownBy(first, by, leastSize(part)),
    }
    act({ act: 'set', part, to: typedPart(to[how]()) })
  }

  function end(event: PointerEvent) {
    const dragged = drag.current
    drag.current = undefined
    if (!dragged) return
    const at = pointOf(event)
    const drawn = partBetween(dragged.from, at)
    // A touch without a stroke draws nothing.
    const least = leastSize(dragged.part)
    if (dragged.how === 'draw' && (drawn.width < least || drawn.height < least)) act({ act: 'undo' })
  }

  function byKey(event: KeyboardEvent, name: PartName, part: PhotoPart) {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      act({ act: 'begin' })
      act({ act: 'remove', part: name })
    }
    const way = arrows[event.key]
    if (!way) return
    event.preventDefault()
    const to = event.shiftKey ? grownBy(part, way, leastSize(name)) : movedBy(part, ...way)
    act({ act: 'begin' })
    act({ act: 'set', part: name, to: typedPart(to) })
  }

  /** How a part is drawn and taken hold of. The pointer takes what the tool draws; keys take any. */
  const shape = (name: PartName, part: PhotoPart) => ({
    ...{
      live,
      at: place(part),
      handle: Math.max(width, height) / 34,
      held: live && (name === 'crop') === (tool === 'crop'),
    },
    onMove: (event: PointerEvent) => begin(event, { part: name, how: 'move', first: part }),
    onGrow: (event: PointerEvent) => begin(event, { part: name, how: 'grow', first: part }),
    onKey: (event: KeyboardEvent) => byKey(event, name, part),
  })

  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={t('photo-editor:original.alt')}
      className={`h-auto max-h-[80vh] w-full overflow-visible rounded-control border border-line bg-sunken ${live ? 'touch-none select-none' : ''} ${live ? 'cursor-crosshair' : ''}`}
      onPointerDown={draw}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <image href={src} width={width} height={height} />
      {crop && <CutAway {...{ width, height, hole: place(crop) }} />}
      {drawnBoxes(now).map(({ index, part }) => (
        <DrawnPart
          key={index}
          label={t('photo-editor:box.at', { number: index + 1, ...part })}
          number={index + 1}
          {...shape(index, part)}
        />
      ))}
      {crop && <DrawnPart label={t('photo-editor:crop.at', crop)} {...shape('crop', crop)} />}
      {!live && <Grid width={width} height={height} />}
    </svg>
  )
}

const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What is cut away, dimmed. */
function CutAway({ width, height, hole }: { width: number; height: number; hole: Place }) {
  const around = `M0 0H${width}V${height}H0Z`
  const shown = `M${hole.x} ${hole.y}h${hole.width}v${hole.height}h${-hole.width}Z`
  return (
    <g aria-hidden="true" className="pointer-events-none">
      <path d={`${around} ${shown}`} fillRule="evenodd" fill="black" fillOpacity={0.65} />
    </g>
  )
}

const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90]

/** Every tenth percent, with its number, to read places from. */
function Grid({ width, height }: { width: number; height: number }) {
  const size = Math.max(width, height) / 32
  const lines = tens.flatMap((ten) => [`M${(ten * width) / 100} 0V${height}`, `M0 ${(ten * height) / 100}H${width}`])
  const outline = { fill: 'white', stroke: 'black', strokeWidth: size / 5, paintOrder: 'stroke' }
  const label = { ...outline, fontSize: size, className: 'font-bold' }
  return (
    <g aria-hidden="true" className="pointer-events-none">
      <path d={lines.join('')} stroke="black" strokeOpacity={0.6} strokeWidth={3} vectorEffect="non-scaling-stroke" />
      <path d={lines.join('')} stroke="white" strokeOpacity={0.9} strokeWidth={1} vectorEffect="non-scaling-stroke" />
      {tens.map((ten) => (
        <g key={ten}>
          <text {...label} x={(ten * width) / 100} y={size} textAnchor="middle">
            {ten}
          </text>
          <text {...label} x={size / 4} y={(ten * height) / 100} dominantBaseline="central">
            {ten}
          </text>
        </g>
      ))}
    </g>
  )
}
