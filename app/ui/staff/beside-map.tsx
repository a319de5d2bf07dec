import { useTranslation } from 'react-i18next'
import { QueueMap } from './queue-map.tsx'
import type { QueueMapDrawing } from './queue-map.server.ts'

type Props = { drawing: QueueMapDrawing | undefined; children: React.ReactNode }

/** The list with its map: beside it at a desk, above it on a phone, where it is folded away until it is asked for. */
export function BesideMap({ drawing, children }: Props) {
  const { t } = useTranslation()
  if (!drawing) return children
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="lg:sticky lg:top-4 lg:order-last">
        <input type="checkbox" id="map-shown" className="peer sr-only lg:hidden" />
        <label
          htmlFor="map-shown"
          className="button-quiet w-full peer-checked:mb-3 peer-checked:bg-accent-tint peer-focus-visible:outline peer-focus-visible:outline-[3px] peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent lg:hidden"
        >
          {t('views:map.show')}
        </label>
        <div className="hidden peer-checked:block lg:block">
          <QueueMap drawing={drawing} />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
    </div>
  )
}
