const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words with a capital that name no person, in Swedish, English and Somali. */
const known = listed(
  [
    'gud jul påsk midsommar sverige göteborg göteborgs nordost angered hisingen stockholm malmö europa norden nordstan',
    'facebook instagram snapchat tiktok google youtube swish bankid whatsapp systembolaget ica coop lidl willys hemköp mcdonald',
    'polisen polis socialtjänsten socialtjänst kommunen kommun staden stad fastighetskontoret trafikkontoret stadsmiljöförvaltningen',
    'västtrafik trafikverket försäkringskassan skatteverket arbetsförmedlingen migrationsverket räddningstjänsten regionen',
    'poseidon familjebostäder victoriahem bostadsbolaget framtiden hyresgästföreningen',
    'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september',
    'october november december christmas easter new year city ramadan eid sweden swedish english arabic somali gothenburg police european',
    'booliska booliis gothenburg iswiidhan soomaali ilaah axad isniin talaado arbaco khamiis jimce sabti axada isniinta talaadada arbacada khamiista jimcaha sabtida',
  ].join(' '),
)

/** What is no name though it has a capital. */
export const isKnownWord = (word: string): boolean => known.has(word)

/** Words that often stand first in a sentence, or after "heter", without naming anybody. */
const openers = listed(
  [
    'jag du han hon hen vi ni de dom den det en ett min mitt mina din ditt vår vårt våra er ert deras hans hennes och men eller',
    'hos mot mellan bakom framför utanför bredvid nära kring genom sen dessutom tyvärr kanske bara även också både varken',
    'så att om när där här hur var vad vem vilken varför i på av för från till med utan under över vid efter innan sedan nu då',
    'igår idag ikväll inatt imorgon ofta alltid ibland varje alla ingen inga inte ni många flera någon något några samma allt',
    'är var blir kan ska vill har hade får måste borde kom gå se ring tack hej god snälla kära bästa',
    'the a an he she it they we you my your our his her their this that these those when where why how what who and but or if',
    'in on at by for from to with after before every there here yesterday today please dear hello thanks is are was can will',
    'waxaan waxaanu magaalada waa waxa waxaa waxay wuxuu nin wiil gabar iyo laakiin markii halkan meesha anigu adiga isaga iyada maanta shalay fadlan',
  ].join(' '),
)

export const opensSentences = (word: string): boolean => openers.has(word.toLowerCase())

const places =
  /(?:skolan?|förskolan?|gymnasiet|torget|torg|gatan|gata|vägen|väg|stigen|gränden|gränd|parken|park|badet|kyrkan|moskén|centrum|backen|bron|tunneln|gården|hallen|huset|vallen|planen|biblioteket|stationen|hållplatsen|garaget|skogen|sjön|berget|dalen|gärdet|höjden|området|kommun|församling|förvaltningen|kontoret|nämnden|verket|enheten|bolaget|bostäder|föreningen|klubben|kören|loppet|dagen)$/u

/** True when a word ends as the names of places and of what people have made end. */
export const looksLikePlace = (word: string): boolean => places.test(word)
