import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useScript } from '../use-script.ts'
import { PartFields } from './part-fields.tsx'
import { RedactionCanvas, type Tool } from './redaction-canvas.tsx'
import { drawnPart, namedFields, noPart, partSides, typedPart, type TypedRedaction } from './redaction-fields.ts'
import { useRedaction, type PartName, type Redacting } from './use-redaction.ts'

type Photo = { ref: string; id: string; src: string; width: number; height: number; mostBoxes: number }
type Props = {
  photo: Photo
  first: TypedRedaction
  errors: Record<string, string>
  /** Told whether something has been drawn that is not saved. */
  onDrawn: (drawn: boolean) => void
}

/** Where one crops a photo and covers parts of it, beside what the public would see. */
export function RedactionEditor({ photo, first, errors, onDrawn }: Props) {
  const { t } = useTranslation()
  const live = useScript()
  const [tool, setTool] = useState<Tool>('box')
  const redacting = useRedaction(first)
  const { canUndo } = redacting
  useEffect(() => onDrawn(canUndo), [canUndo, onDrawn])
  useUndoKey(redacting)
  const type = (part: PartName, to: TypedRedaction['crop']) => {
    redacting.act({ act: 'begin' })
    redacting.act({ act: 'set', part, to })
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section aria-labelledby="original-title" className="flex min-w-0 flex-col gap-3">
          <h3 id="original-title">{t('photo-editor:original.title')}</h3>
          {live && <Tools {...{ tool, setTool, redacting, mostBoxes: photo.mostBoxes }} />}
          <RedactionCanvas {...{ photo, redacting, tool, live, mostBoxes: photo.mostBoxes }} />
          <p id="redaction-keys" className="text-sm text-ink-soft">
            {t(live ? 'photo-editor:original.keys' : 'photo-editor:original.grid')}
          </p>
        </section>
        <Preview photo={photo} now={redacting.now} />
      </div>
      <PartFields
        name="crop"
        legend={t('photo-editor:crop.legend')}
        part={redacting.now.crop}
        errors={errors}
        onType={(to) => type('crop', to)}
      >
        {live && drawnPart(redacting.now.crop) && (
          <button type="button" className="button-quiet" onClick={() => type('crop', noPart)}>
            {t('photo-editor:crop.remove')}
          </button>
        )}
      </PartFields>
      <BoxFields {...{ redacting, live, errors, type, mostBoxes: photo.mostBoxes }} />
    </div>
  )
}

/** Ctrl+Z takes back what was drawn, wherever the focus is; in a field it is the field's own. */
function useUndoKey({ canUndo, act }: Redacting): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'z' || !canUndo) return
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      act({ act: 'undo' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [canUndo, act])
}

type ToolsProps = { tool: Tool; setTool: (tool: Tool) => void; redacting: Redacting; mostBoxes: number }

/** What is begun with where nothing is drawn, in percent. */
const firstBox = { left: 40, top: 40, width: 20, height: 20 }
const firstCrop = { left: 10, top: 10, width: 80, height: 80 }

/** What drawing makes, and the ways to begin without drawing and to go back. */
function Tools({ tool, setTool, redacting, mostBoxes }: ToolsProps) {
  const { t } = useTranslation()
  const { now, act, canUndo } = redacting
  const full = tool === 'crop' ? partSides.some((side) => now.crop[side]) : now.boxes.length >= mostBoxes
  return (
    <div role="group" aria-label={t('photo-editor:tools.label')} className="flex flex-wrap gap-2">
      {(['box', 'crop'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={tool === one}
          onClick={() => setTool(one)}
          className="button-quiet aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-ink"
        >
          {t(`photo-editor:tools.${one}`)}
        </button>
      ))}
      <button
        type="button"
        className="button-quiet"
        aria-disabled={full || undefined}
        onClick={() => {
          if (full) return
          act({ act: 'begin' })
          if (tool === 'crop') act({ act: 'set', part: 'crop', to: typedPart(firstCrop) })
          else act({ act: 'add', to: firstBox })
        }}
      >
        {t(tool === 'crop' ? 'photo-editor:tools.addCrop' : 'photo-editor:tools.add')}
      </button>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={!canUndo || undefined}
        onClick={() => act({ act: 'undo' })}
      >
        {t('photo-editor:tools.undo')}
      </button>
    </div>
  )
}

/** Milliseconds without a change, after which the preview is fetched. */
const restsFor = 350

/** The photo as the public would see it, drawn by the server: the very file that would be shown. */
function Preview({ photo, now }: { photo: Photo; now: TypedRedaction }) {
  const { t } = useTranslation()
  const wanted = paths.staffPhotoPreview(photo.ref, photo.id, namedFields(now))
  const [src, setSrc] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSrc(wanted), restsFor)
    return () => clearTimeout(timer)
  }, [wanted])
  return (
    <section aria-labelledby="preview-title" aria-busy={src !== wanted} className="flex min-w-0 flex-col gap-3">
      <h3 id="preview-title">{t('photo-editor:preview.title')}</h3>
      <img
        src={src}
        alt={t('photo-editor:preview.alt')}
        className="h-auto max-h-[80vh] w-auto max-w-full self-start rounded-control border border-line bg-sunken"
      />
      <p className="text-sm text-ink-soft">{t('photo-editor:preview.hint')}</p>
    </section>
  )
}

/** Rows to write in where no script adds them. */
const spareRows = 3

type BoxProps = {
  redacting: Redacting
  live: boolean
  errors: Record<string, string>
  type: (part: PartName, to: TypedRedaction['crop']) => void
  mostBoxes: number
}

/** The numbers of each box; without script some empty rows as well. */
function BoxFields({ redacting, live, errors, type, mostBoxes }: BoxProps) {
  const { t } = useTranslation()
  const { now, act } = redacting
  const spare = live ? 0 : Math.min(spareRows, mostBoxes - now.boxes.length)
  const rows = [...now.boxes, ...Array.from({ length: spare }, () => noPart)]
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t(live ? 'photo-editor:box.hint' : 'photo-editor:box.hintPlain')}</p>
      {rows.length === 0 && <p>{t('photo-editor:box.none')}</p>}
      {rows.map((part, index) => (
        <PartFields
          key={index}
          name={`box.${index + 1}`}
          legend={t('photo-editor:box.legend', { number: index + 1 })}
          part={part}
          errors={errors}
          onType={(to) => type(index, to)}
        >
          {live && (
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                act({ act: 'begin' })
                act({ act: 'remove', part: index })
              }}
            >
              {t('photo-editor:box.remove', { number: index + 1 })}
            </button>
          )}
        </PartFields>
      ))}
    </div>
  )
}
