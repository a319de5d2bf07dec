import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Choice } from '../staff/choice.tsx'
import { Panel } from '../staff/panel.tsx'
import { TextArea } from '../staff/text-area.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import type { EditedPhoto } from './edited-photo.ts'
import { namedFields, typedPart } from './redaction-fields.ts'

type Props = { photo: EditedPhoto; reply: VerbReply | undefined }
/** `unsaved`: something was changed above that would not be shown. */
type PanelProps = Props & { unsaved: boolean }

/** Who sees the photo, beside what the public would see of it as it is kept, and the ways to change that. */
export function PhotoStatePanel({ photo, reply, unsaved }: PanelProps) {
  const { t } = useTranslation()
  const { ref, id, state, kept, alt, why } = photo
  const typed = { crop: typedPart(kept.crop), boxes: kept.boxes.map(typedPart) }
  return (
    <Panel id="state" title={t('photo-editor:state.title')}>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <figure className="flex min-w-0 flex-col gap-2">
          <figcaption className="font-bold">{t('photo-editor:state.kept')}</figcaption>
          <img
            src={paths.staffPhotoPreview(ref, id, { ...namedFields(typed), kept: `${photo.version}` })}
            alt={alt?.sv ?? t('photo-editor:preview.alt')}
            lang={alt ? 'sv' : undefined}
            loading="lazy"
            className="h-auto max-h-[24rem] w-auto max-w-full self-start rounded-control border border-line bg-sunken"
          />
          {alt ? (
            <p lang="sv" dir="auto" className="break-words text-ink-soft">
              {alt.sv}
            </p>
          ) : (
            <p className="text-ink-soft">{t('photo-editor:state.noAlt')}</p>
          )}
        </figure>
        <div className="flex min-w-0 flex-col items-start gap-4">
          <Where photo={photo} />
          {why && (
            <p className="max-w-text break-words border-s-2 border-line-strong ps-3">
              {t(`photo-editor:withhold.grounds.${why.ground}`)}: <span dir="auto">{why.reason}</span>
            </p>
          )}
          {state === 'internal' && !unsaved && <To photo={photo} to="public" />}
          {state === 'internal' && unsaved && <p role="status">{t('photo-editor:state.saveFirst')}</p>}
          {state !== 'internal' && <To photo={photo} to="internal" />}
          {state !== 'withheld' && <Withhold photo={photo} reply={reply} />}
        </div>
      </div>
    </Panel>
  )
}

/** Where the public finds it, or when it will. */
function Where({ photo }: { photo: EditedPhoto }) {
  const { t } = useTranslation()
  if (photo.state !== 'public') return null
  return photo.case ? (
    <p>
      <a href={photo.case}>{t('photo-editor:state.see')}</a>
    </p>
  ) : (
    <p>{t('photo-editor:state.later')}</p>
  )
}

function To({ photo, to }: { photo: EditedPhoto; to: 'public' | 'internal' }) {
  const { t } = useTranslation()
  const { ref, id, state, version } = photo
  return (
    <form method="post" action={paths.staffPhotoVerb(ref, id, 'state')} className="flex flex-col gap-2">
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="to" value={to} />
      {to === 'public' && <p className="text-ink-soft">{t('photo-editor:state.before')}</p>}
      <p>
        <button type="submit" className={to === 'public' ? 'button' : 'button-quiet'}>
          {t(`photo-editor:state.to.${to === 'public' ? 'public' : state === 'public' ? 'hide' : 'release'}`)}
        </button>
      </p>
    </form>
  )
}

/** Folded away, so that nobody does it by mistake. */
function Withhold({ photo, reply }: Props) {
  const { t } = useTranslation()
  const { ref, id, version } = photo
  const { values = {}, errors = {} } = reply ?? {}
  const labels = { ground: t('photo-editor:withhold.ground'), why: t('photo-editor:withhold.why') }
  const grounds = (['secrecy', 'privacy'] as const).map((value) => ({
    value,
    label: t(`photo-editor:withhold.grounds.${value}`),
  }))
  return (
    <details open={values.to === 'withheld'} className="w-full">
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('photo-editor:withhold.title')}
      </summary>
      <form method="post" action={paths.staffPhotoVerb(ref, id, 'state')} className="flex flex-col gap-4">
        <p className="max-w-text text-ink-soft">{t('photo-editor:withhold.hint')}</p>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="seen" value={version} />
        <input type="hidden" name="to" value="withheld" />
        <Choice
          name="ground"
          label={labels.ground}
          options={grounds}
          none={t('photo-editor:withhold.choose')}
          value={values.ground ?? ''}
          error={errors.ground}
        />
        <TextArea name="why" label={labels.why} value={values.why} error={errors.why} rows={3} />
        <p>
          <button type="submit" className="button-quiet">
            {t('photo-editor:withhold.submit')}
          </button>
        </p>
      </form>
    </details>
  )
}
