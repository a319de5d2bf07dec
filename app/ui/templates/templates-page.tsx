import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

type Listed = { id: string; name: string; text: string; offered: string; languages: string }

type Props = {
  title: string
  done: string | undefined
  shelves: { use: string; templates: Listed[] }[]
}

/** Every template, by what it is for. */
export function TemplatesPage({ title, done, shelves }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-8">
      {done && (
        <Notice tone="done" role="status">
          {t(`templates:done.${done}`)}
        </Notice>
      )}
      <header className="flex max-w-text flex-col items-start gap-4">
        <h1>{title}</h1>
        <p className="text-lg">{t('templates:lead')}</p>
        <a href={paths.staffNewTemplate()} className="button">
          {t('templates:add')}
        </a>
      </header>
      {shelves.map(({ use, templates }) => (
        <section key={use} aria-labelledby={`for-${use}`} className="flex flex-col gap-4">
          <h2 id={`for-${use}`}>{t(`templates:use.${use}`)}</h2>
          {templates.length === 0 ? (
            <p className="text-ink-soft">{t('templates:none')}</p>
          ) : (
            <ul className="grid gap-4 md:grid-cols-2">
              {templates.map((template) => (
                <li key={template.id}>
                  <TemplateCard template={template} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

function TemplateCard({ template: { id, name, text, offered, languages } }: { template: Listed }) {
  return (
    <a
      href={paths.staffTemplate(id)}
      className="card flex h-full flex-col gap-2 text-ink no-underline hover:border-accent"
    >
      <b dir="auto" className="break-words text-lg leading-snug text-accent">
        {name}
      </b>
      <span className="text-sm text-ink-soft">{offered}</span>
      <span lang="sv" dir="auto" className="line-clamp-3 break-words">
        {text}
      </span>
      <span className="mt-auto pt-2 text-sm text-ink-soft">{languages}</span>
    </a>
  )
}
