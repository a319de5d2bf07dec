import { words } from '#app/i18n/catalogues.server.ts'
import { isLanguage, languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { qrOf } from './qr.server.ts'

type Kept = {
  code: string
  ref: string
  language: string
  authority: string
  advice?: { text: string; lang: string } | undefined
}

/** The code as it is handed over: on a slip in the resident's own language, and to be read out letter by letter. */
export function tellHandOver(language: Language, { code, ref, language: wanted, authority, advice }: Kept) {
  const tag = isLanguage(wanted) ? wanted : 'sv'
  const [t, own] = [words(language), words(tag)]
  const followAt = settings().baseUrl + paths.follow(tag)
  const slip = (part: string) => own(`handover:${part}`)
  return {
    ...{ code, ref, followAt, tag, dir: languages[tag].dir, advice },
    received: t('staff:handover.received', { authority: t(`staff:authority.${authority}`) }),
    spelled: code
      .split('-')
      .map((group) => [...group].map((sign) => ({ sign, word: t(`staff:handover.spell.${sign}`) }))),
    // Behind the # it stays with the browser, and reaches no server's log.
    qr: qrOf(`${followAt}#${code}`),
    slip: {
      ...{ title: slip('title'), wrote: slip('wrote'), use: slip('use'), keep: slip('keep'), secret: slip('secret') },
      ...{ letters: slip('letters'), ref: slip('ref'), help: slip('help') },
    },
  }
}
