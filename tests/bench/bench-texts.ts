import type { Category } from '#db/schema/submissions.ts'

/** What people write about, of each category: what is wrong, in a few ways of saying it. */
export const matters: Record<Category, readonly string[]> = {
  lighting: ['Trasig lampa', 'Lamporna lyser inte', 'Mörkt om kvällen', 'Belysningen blinkar', 'Lyktstolpe har fallit'],
  litter: ['Skräp överallt', 'Full papperskorg', 'Sopor bredvid kärlen', 'Krossat glas', 'Gamla möbler slängda'],
  vandalism: ['Klotter på väggen', 'Sönderslagen ruta', 'Förstörd bänk', 'Nedklottrad tunnel', 'Sparkad dörr'],
  traffic: ['Mopeder kör fort', 'Bilar på gångvägen', 'Ingen stannar vid övergången', 'Buskörning på natten'],
  drugs: ['Någon säljer droger', 'Sprutor på marken', 'Lukt av cannabis i trappan', 'Langning på kvällarna'],
  'youths-at-risk': ['Unga som driver runt sent', 'Äldre som lockar med sig barn', 'Barn utan tillsyn'],
  'unsafe-place': ['Obehagligt att gå här', 'Gömd plats bakom buskar', 'Ingen vågar gå på kvällen'],
  violence: ['Slagsmål', 'Någon blev hotad', 'Smällar som lät som skott', 'Bråk med knivar'],
  disorder: ['Högljudda gäng', 'Fest i trapphuset', 'Skrik hela natten', 'Folk som bråkar'],
  fires: ['Smällare mot husen', 'Brand i en container', 'Raketer mot bilar', 'Eld i skogen'],
  vehicles: ['Övergiven bil', 'Bil utan skyltar', 'Utbränd moped', 'Husvagn har stått i månader'],
  upkeep: ['Häcken växer ut', 'Hål i asfalten', 'Ingen har sandat', 'Trasig gunga', 'Gräset är inte klippt'],
  'meeting-places': ['Mer att göra för unga', 'Öppet längre på fritidsgården', 'En plats att träffas på'],
  treatment: ['Bra bemötande', 'Blev illa bemött', 'Ingen lyssnade på mig', 'Fick vänta länge'],
  praise: ['Tack för hjälpen', 'Så fint det har blivit', 'Bra jobbat', 'Tryggare än förr'],
  other: ['En fråga om området', 'Något annat', 'Hur gör man', 'Vem ansvarar'],
}

export const whereabouts = [
  ...['vid gångvägen', 'bakom skolan', 'på torget', 'vid hållplatsen', 'i tunneln', 'vid lekplatsen', 'på parkeringen'],
  ...['utanför affären', 'vid trappan', 'i parken', 'mellan husen', 'vid porten', 'på cykelbanan', 'vid biblioteket'],
] as const

export const details = [
  ...[
    'sedan i måndags',
    'varje kväll',
    'i flera veckor',
    'hela sommaren',
    'särskilt på helger',
    'igen',
    'sedan i höstas',
  ],
  ...['när barnen går hem', 'efter klockan tio', 'trots att vi har sagt till', 'och ingen gör något', 'mot spårvagnen'],
] as const
