import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInstance, type i18n, type TFunction } from 'i18next'
import { languageTags, type Language } from './languages.ts'
import { i18nextOptions } from './options.ts'

type Catalogue = Record<string, Record<string, unknown>>

let read: Record<Language, Catalogue> | undefined
const instances = new Map<Language, i18n>()

/** The texts of every language, by noun; read from locales/ once. */
function catalogues(): Record<Language, Catalogue> {
  const root = localesFolder()
  const catalogue = (tag: string): Catalogue =>
    Object.fromEntries(
      readdirSync(join(root, tag)).map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(root, tag, file), 'utf8')),
      ]),
    )
  read ??= Object.fromEntries(languageTags.map((tag) => [tag, catalogue(tag)])) as Record<Language, Catalogue>
  return read
}

/** The server runs from source and from the build; locales/ is beside package.json either way. */
function localesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'locales'))) folder = dirname(folder)
  return join(folder, 'locales')
}

/** An i18next instance that speaks the language, for rendering a page. */
export function speaking(language: Language): i18n {
  const known = instances.get(language)
  if (known) return known
  const instance = createInstance()
  void instance.init({ ...i18nextOptions, lng: language, resources: catalogues(), initAsync: false })
  instances.set(language, instance)
  return instance
}

/** The words of a language: `words('sv')('submit:body.label')`. */
export const words = (language: Language): TFunction => speaking(language).t
