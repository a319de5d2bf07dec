import { renderToStaticMarkup } from 'react-dom/server'

type View = {
  language: string
  dir?: 'ltr' | 'rtl'
  title: string
  made: string
  masked: string
  photosTitle: string
  facts: { name: string; value: string }[]
  parts: { id: string; label: string; at: string; text: string }[]
  photos: string[]
}

const css = `body{font:11pt/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1f2c28}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .25rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt,.when{color:#54625c}dd{margin:0}section{break-inside:avoid-page}p{white-space:pre-line;overflow-wrap:anywhere}img{max-width:100%;height:auto;margin:.5rem 0}`

/** A case as one file that needs nothing beside it: what was masked is not in it. It runs nothing and fetches nothing. */
export const disclosureFile = (view: View): string =>
  `<!doctype html>${renderToStaticMarkup(<DisclosureFile {...view} />)}`

function DisclosureFile({ language, dir, title, made, masked, photosTitle, facts, parts, photos }: View) {
  return (
    <html lang={language} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {made} {masked}
        </p>
        <dl>
          {facts.map(({ name, value }) => (
            <Fact key={name} {...{ name, value }} />
          ))}
        </dl>
        {parts.map(({ id, label, at, text }) => (
          <section key={id}>
            <h2>{label}</h2>
            {at && <div className="when">{at}</div>}
            <p dir="auto">{text}</p>
          </section>
        ))}
        {photos.length > 0 && <h2>{photosTitle}</h2>}
        {photos.map((src, index) => (
          <img key={index} src={src} alt="" />
        ))}
      </body>
    </html>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
