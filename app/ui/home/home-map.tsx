import { useTranslation } from 'react-i18next'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { MapPoint } from '../map/draw-map.ts'
import { SchematicMap } from '../map/schematic-map.tsx'

type Props = { language: Language; map: BaseMap; hexagons: MapPoint[] }

/** The map as a drawing, and beside it the areas by name as an equal way. */
export function HomeMap({ language, map, hexagons }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="map" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="map">{t('home:map.title')}</h2>
        <p className="max-w-text">{t('home:map.body')}</p>
      </div>
      <div className="grid gap-6 md:grid-cols-2 md:items-start">
        <SchematicMap base={map} hexagons={hexagons} language={language} />
        <div className="flex flex-col gap-3">
          <h3>{t('home:map.areas')}</h3>
          <ul className="columns-2 gap-6">
            {map.areas.map(({ code, slug, name }) => (
              <li key={code}>
                <a href={paths.area(language, slug)} lang="sv" className="inline-flex min-h-[2.75rem] items-center">
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.map(language)} className="button-quiet">
              {t('home:map.open')}
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}
