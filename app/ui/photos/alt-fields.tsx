import { useTranslation } from 'react-i18next'
import type { Translated } from '#db/schema/shared.ts'
import { Field } from '../field.tsx'
import { wrongInOthers } from '../staff/translations.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'

type Props = {
  photo: { alt: Translated | null; languages: { tag: string; name: string }[] }
  reply: VerbReply | undefined
}

/** What the photo shows, in words, in Swedish and the other languages. */
export function AltFields({ photo, reply }: Props) {
  const { t } = useTranslation()
  const { values, errors = {} } = reply ?? {}
  const others = photo.languages.filter(({ tag }) => tag !== 'sv')
  const field = (tag: string, label: string, hint?: string) => {
    const name = `alt.${tag}`
    return (
      <Field key={tag} name={name} label={label} hint={hint} error={errors[name]}>
        {(control) => (
          <input
            {...control}
            type="text"
            lang={tag}
            dir="auto"
            maxLength={300}
            defaultValue={values?.[name] ?? photo.alt?.[tag]}
            className="control"
          />
        )}
      </Field>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {field('sv', t('photo-editor:alt.label'), t('photo-editor:alt.hint'))}
      {others.length > 0 && (
        <details open={wrongInOthers(errors)}>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('photo-editor:alt.others')}
          </summary>
          <div className="flex flex-col gap-4">{others.map(({ tag, name }) => field(tag, name))}</div>
        </details>
      )}
    </div>
  )
}
