import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import { useScript } from '../use-script.ts'
import { AltFields } from './alt-fields.tsx'
import type { EditedPhoto } from './edited-photo.ts'
import { PhotoStateMark } from './photo-state-mark.tsx'
import { PhotoStatePanel } from './photo-state-panel.tsx'
import { RedactionEditor } from './redaction-editor.tsx'
import { typedFrom, typedPart } from './redaction-fields.ts'

type Props = { photo: EditedPhoto; reply: VerbReply | undefined; posted: 'edit' | 'state' }

/** One photo of a submission: how it is to be shown to the public, and who sees it. */
export function PhotoEditPage({ photo, reply, posted }: Props) {
  const { t } = useTranslation()
  const { ref, title, state, last, done } = photo
  const of = (form: 'edit' | 'state') => (posted === form ? reply : undefined)
  const [drawn, setDrawn] = useState(false)
  const [typed, setTyped] = useState(false)
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a href={paths.staffSubmission(ref)}>{t('photo-editor:back')}</a>
      </p>
      {done && !reply && (
        <Notice tone="done" role="status">
          {t(`photo-editor:done.${done === 'edit' ? 'edit' : state}`)}
        </Notice>
      )}
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PhotoStateMark state={state} />
          <span>{t(`photo-editor:state.meaning.${state}`)}</span>
        </p>
        {last && <p className="text-sm text-ink-soft">{t('photo-editor:last', { last })}</p>}
      </header>
      <EditForm photo={photo} reply={of('edit')} onDrawn={setDrawn} onTyped={() => setTyped(true)} />
      <PhotoStatePanel photo={photo} reply={of('state')} unsaved={drawn || typed || Boolean(of('edit'))} />
    </div>
  )
}

type FormProps = {
  photo: EditedPhoto
  reply: VerbReply | undefined
  onDrawn: (drawn: boolean) => void
  onTyped: () => void
}

/** The crop, the boxes and the words, kept together. */
function EditForm({ photo, reply, onDrawn, onTyped }: FormProps) {
  const { t } = useTranslation()
  const { ref, id, kept, version } = photo
  const { errors = {}, values } = reply ?? {}
  const labels = useLabels(errors)
  const live = useScript()
  const first = values ? typedFrom(values) : { crop: typedPart(kept.crop), boxes: kept.boxes.map(typedPart) }
  return (
    <section aria-labelledby="edit-title" className="card flex flex-col gap-5">
      <h2 id="edit-title" className="text-xl sm:text-xl">
        {t('photo-editor:edit.title')}
      </h2>
      <p className="max-w-text text-ink-soft">{t('photo-editor:edit.hint')}</p>
      <form
        method="post"
        action={paths.staffPhotoVerb(ref, id, 'edit')}
        onInput={onTyped}
        className="flex flex-col gap-6"
      >
        {reply?.refused && (
          <Notice tone="danger" role="alert">
            <p>{t(`errors:refusal.${reply.refused}`)}</p>
            {reply.refused === 'changed-meanwhile' && <p>{t('photo-editor:edit.changed')}</p>}
          </Notice>
        )}
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="seen" value={version} />
        <RedactionEditor key={version} photo={photo} first={first} errors={errors} onDrawn={onDrawn} />
        <AltFields photo={photo} reply={reply} />
        <p className="flex flex-wrap gap-3">
          <button type="submit" className="button">
            {t(photo.state === 'public' ? 'photo-editor:edit.submitPublic' : 'photo-editor:edit.submit')}
          </button>
          {!live && (
            <button type="submit" name="look" value="yes" className="button-quiet">
              {t('photo-editor:edit.look')}
            </button>
          )}
        </p>
      </form>
    </section>
  )
}

/** What a field that is wrong is called in the list of what is. */
function useLabels(errors: Record<string, string>): Record<string, string> {
  const { t } = useTranslation()
  return Object.fromEntries(
    Object.keys(errors).map((field) => {
      const [, number, side] = /^(?:box\.(\d+)|crop)\.(\w+)$/.exec(field) ?? []
      const part = number ? t('photo-editor:box.legend', { number }) : t('photo-editor:crop.name')
      return [field, side ? `${part}, ${t(`photo-editor:side.${side}`)}` : t('photo-editor:alt.label')]
    }),
  )
}
