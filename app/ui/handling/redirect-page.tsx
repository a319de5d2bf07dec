import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { OutsideContact } from '../outside-contact.tsx'
import { Choice } from '../staff/choice.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import { LetterForm } from './letter-form.tsx'

type Contact = { name: string; about: string; phone?: string | undefined; web: string }

type Props = {
  title: string
  /** The ref of the case. */
  of: string
  status: string
  open: boolean
  choices: { value: string; label: string }[]
  /** Whom the resident is sent to, once chosen. */
  to: string | undefined
  contact: Contact | undefined
  letter: string | undefined
  wanted: string
  /** When what is half written of it was saved, in words. */
  saved: string | undefined
  reply: VerbReply | undefined
}

/** First whom, then the letter: what the resident reads under her code, and how she reaches them. */
export function RedirectPage({ title, of, open, choices, to, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffSubmission(of)}>
          {t('handling:back')}
        </a>
      </p>
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p>{t('handling:redirect.lead')}</p>
      </header>
      {open ? (
        <>
          <form method="get" action={paths.staffRedirect(of)} className="flex flex-wrap items-end gap-4">
            <Choice
              name="to"
              label={t('handling:redirect.to')}
              options={choices}
              none={t('staff:route.none')}
              value={to ?? ''}
            />
            <button type="submit" className={to ? 'button-quiet' : 'button'}>
              {t('handling:redirect.choose')}
            </button>
          </form>
          {to && <Letter {...{ of, to, ...rest }} />}
        </>
      ) : (
        <Notice tone="wait">
          <p>{t('handling:redirect.notNow')}</p>
        </Notice>
      )}
    </div>
  )
}

type LetterProps = Omit<Props, 'title' | 'open' | 'choices' | 'to'> & { to: string }

function Letter({ of, to, status, contact, letter, wanted, saved, reply }: LetterProps) {
  const { t } = useTranslation()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <LetterForm
        action={paths.staffRedirect(of, to)}
        draftAt={paths.staffDraft(of, 'redirect')}
        hidden={{ from: status, outside: to }}
        label={t('handling:redirect.letter')}
        {...{ letter, wanted, saved, reply }}
      >
        {t('handling:redirect.submit')}
      </LetterForm>
      {contact && (
        <div className="flex flex-col gap-2">
          <p className="text-ink-soft">{t('handling:redirect.contact')}</p>
          <OutsideContact contact={contact} />
        </div>
      )}
    </div>
  )
}
