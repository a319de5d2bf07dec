import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import type { Text } from './form-parts.ts'

type Props = { advice: Text; onOver?: () => void }

/** The form is not the way now: 112 to tap, and the way on when it is over. Nothing that was typed is lost. */
export function StopBox({ advice, onOver }: Props) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex flex-col gap-4 rounded-card border-2 border-danger bg-danger-tint p-5">
      <InLanguage as="p" text={advice} className="text-lg font-bold" />
      <p>
        <a
          className="button w-full bg-danger text-xl hover:bg-danger hover:underline sm:w-auto sm:px-10"
          href="tel:112"
        >
          {t('submit:danger.call')}
        </a>
      </p>
      <p>{t('questions:stop.kept')}</p>
      <p>
        <button
          type="submit"
          name="go"
          value="over"
          className="button-quiet w-full sm:w-auto"
          onClick={(event) => {
            if (!onOver) return
            event.preventDefault()
            onOver()
          }}
        >
          {t('questions:stop.over')}
        </button>
      </p>
    </div>
  )
}
