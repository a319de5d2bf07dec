import { useActionData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorNumber } from './error-number.tsx'
import { LinkedText } from './linked-text.tsx'
import { Notice } from './notice.tsx'
import { ErrorWords } from './shell/error-words.tsx'

type Values = Record<string, string>

/** What an action had to say before the page around its form could not be drawn. */
type Reply = { values: Values; formToken?: string; step?: string }

const texts = ['body', 'message', 'unsolved', 'placeNote', 'needs']
const lines = ['name', 'email', 'contactEmail', 'code']
const isTyped = (name: string): boolean => texts.includes(name) || lines.includes(name)

/**
 * Stands where a form was posted and its page cannot be drawn now: says that it did not arrive, shows what was typed, and
 * sends all of it once more, under the same token. It needs nothing but what was posted.
 */
export function NotReceived() {
  const reply = useActionData<Reply>()
  const { pathname, search } = useLocation()
  const { t } = useTranslation()
  if (!reply?.values) return <ErrorWords />
  const posted = Object.entries(everythingIn(reply)).filter(([, value]) => value !== '')
  return (
    <div className="flex max-w-text flex-col gap-6 py-2">
      <h1>{t('errors:notReceived.title')}</h1>
      <Notice tone="danger" role="alert">
        <p>
          <LinkedText text={t('errors:notReceived.body')} />
        </p>
      </Notice>
      <form
        id="form"
        method="post"
        action={pathname + search}
        encType={takesPhotos(reply.values) ? 'multipart/form-data' : undefined}
        noValidate
        className="flex flex-col gap-6"
      >
        {posted.map(([name, value]) =>
          isTyped(name) ? <Typed key={name} {...{ name, value }} /> : <Hidden key={name} {...{ name, value }} />,
        )}
        {takesPhotos(reply.values) && <PhotosAgain />}
        <button type="submit" className="button w-full text-lg sm:w-auto sm:self-start sm:px-12">
          {t('errors:notReceived.again')}
        </button>
      </form>
      <ErrorNumber />
    </div>
  )
}

/** All that was posted; where the action had turned to another step of the form, the way there. */
const everythingIn = ({ values, formToken, step }: Reply): Values => ({
  ...values,
  ...(formToken ? { formToken } : {}),
  ...(step && !values.go ? { go: step } : {}),
})

const takesPhotos = ({ body, message }: Values): boolean => body !== undefined || message !== undefined

const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />

function Typed({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation()
  const control = { id: name, name, defaultValue: value, className: 'control' }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-bold">
        {t(`errors:notReceived.field.${name}`)}
      </label>
      {texts.includes(name) ? (
        <textarea {...control} rows={name === 'placeNote' ? 2 : 8} dir="auto" />
      ) : (
        <input {...control} dir={name === 'name' ? 'auto' : 'ltr'} autoComplete="off" />
      )}
    </div>
  )
}

/** Photos that were on their way may have to be chosen again; one that has come already is not taken twice. */
function PhotosAgain() {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="photos" className="font-bold">
        {t('errors:notReceived.photos')} <span className="font-normal text-ink-soft">{t('common:optional')}</span>
      </label>
      <p id="photos-hint" className="text-ink-soft">
        {t('errors:notReceived.photosHint')}
      </p>
      <input
        type="file"
        id="photos"
        name="photos"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-describedby="photos-hint"
        className="control"
      />
    </div>
  )
}
