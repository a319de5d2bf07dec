import type { WrittenLanguage } from './written-languages.ts'

/** What gives a language away: words that stand in nearly every text, and letters that its neighbours lack. */
export type Signs = { words: ReadonlySet<string>; letters?: RegExp }

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Languages in Latin letters. Words are in lower case, without apostrophes. */
export const latinSigns: Partial<Record<WrittenLanguage, Signs>> = {
  sv: {
    words:
      words(`och att det är en ett som på av för med till den de inte jag vi ni du har kan ska vid utanför mycket här
      där om men från när ingen någon alla min mitt mina vår hos varje efter över under igen gånger lampan lamporna gatan
      trasig trasiga mörkt mörk barn ungdomar folk skräp hela natten mig dig honom kom aldrig i blir bli måste vill tack hej så eller bara`),
    letters: /å/g,
  },
  en: {
    words:
      words(`the is are and of to in it that this there at on my we you they have has not no for with was were be by
      from near outside very every night street light lights broken people kids please can could would someone our i a an
      again when where what who thank thanks hi hello always because after before all he she they him her me never came`),
  },
  so: {
    words: words(`waa waxaa waxay wuxuu waxaan iyo ee oo ka ku u la in aan ayaa ay uu ma leh leeyahay laga lagu loo inay
      inuu badan mid kale wax marka markay habeenkii carruurta caruurta dhallinyarada waddada wadada laydhka laydhku
      nalka nalalka jaban jabay mugdi mugdiga guriga agagaarka halkan halkaas fadlan mahadsanid annaga aniga naga nooga
      waxaad baa wey way ayuu ayey sidoo kasta maalin dugsiga qashin qashinka dadka dad waalidiinta`),
    letters: /(?<!\p{L})(?:dh|x)[aeiou]/gu,
  },
  ku: {
    words: words(`û li ji bi ku di de da ye ne ev ew em hûn min te me we wan na nîne heye hene gelek pir zarok zarokên
      kolan kolanê kolana şev şevê tarî lampe lampeya ronahî ber deriyê mala malê xera şikestî bûye dike
      dikin dikim tê tên nayê her roj rojê divê alîkarî spas silav ciwan ciwanên dibistanê dibistan rê rêya navbera jî
      ya yê yên ên bo çima`),
    letters: /[êîû]/g,
  },
  tr: {
    words:
      words(`ve bir bu da de için çok var yok ile ne değil mi mı o şu ben biz siz onlar ama gibi daha her gece sokak
      sokakta sokağın lamba lambası kırık karanlık çocuklar çocuk gençler insanlar yanında önünde olarak oluyor oldu
      ediyor lütfen teşekkürler merhaba kadar sonra önce park parkta burada orada çöp korkuyor korkuyorum yanmıyor
      çalışmıyor kimse bizim benim bütün dün beni müzik`),
    letters: /[ğıİ]/g,
  },
  bs: {
    words:
      words(`je i a u na se da ne su sa za od do što kao ali ili ovo to ovdje tamo nema ima svaki svake dan noć noću
      ulica ulici ulice lampa lampe svjetlo rasvjeta pokvarena pokvareno mrak mračno djeca djece deca mladi ljudi kod
      blizu pored škole parka park smeće molim hvala zdravo pozdrav nisu nije ja mi vi oni jako vrlo puno samo kada gdje
      gde kako već po parku uveče navečer bojim bojimo`),
    letters: /[đčž]/g,
  },
  fi: {
    words: words(`ja on ei se että en ovat oli olen olemme tämä siellä täällä joka mutta kun niin myös jos kanssa paljon
      hyvin lapset nuoret lapsia nuoria katu kadulla kadun lamppu lamput rikki pimeä pimeää yöllä iltaisin roskia lähellä
      ulkopuolella vieressä kiitos hei ole minun meidän voi pitää taas aina joku kukaan ihmiset ihmisiä me minä minua koko yön eilen kovaa
      ajavat ajetaan puistossa pihalla koulun`),
    letters: /(?:ss[aä]|ist[aä]|lt[aä]|een)(?!\p{L})|ää|yö|tteko/gu,
  },
  pl: {
    words: words(`i a w na z do nie się jest są to że jak o od po przy za dla ale tu tam ten ta te co by był była bardzo
      jest ulica ulicy ulicę latarnia latarnie lampa zepsuta zepsute ciemno ciemna dzieci młodzież ludzie obok koło szkoły
      parku każdy każdej noc nocy wieczorem śmieci proszę dziękuję dzień dobry nikt ktoś my mój nasz przed działa świeci
      już jeszcze tylko`),
    letters: /[łąężźśń]/g,
  },
  es: {
    words:
      words(`el la los las de del y que en un una no es está están hay por para con se mi muy al lo su sus pero como
      más todo todos cada noche noches calle calles farola luz luces rota roto oscuro oscura niños jóvenes gente cerca
      fuera frente escuela parque basura gracias hola favor cuando donde me a casa nadie alguien nosotros yo ya siempre tiene tienen
      miedo funciona`),
    letters: /[ñ¿¡]/g,
  },
}

/** Languages in Arabic letters. */
export const arabicSigns: Partial<Record<WrittenLanguage, Signs>> = {
  ar: {
    words: words(`في من على إلى الى هذا هذه لا ما هو هي أن ان كل عند مع عن جدا يوجد هناك الشارع الليل الأطفال أطفال
      الشباب مكسور مظلم قرب أمام نحن أنا كان التي الذي شكرا لم ليس بعد قبل المدرسة الناس و يا`),
    letters: /[ةىإأؤئ]|(?:^|\s)ال/g,
  },
  fa: {
    words: words(`است این آن در از به که را با برای ما من شما هم نیست هست شب شبها خیابان کوچه چراغ تاریک شکسته ها بچه
      جوانان مردم نزدیک خیلی هر و یک می شود کنند شده ندارد دارد لطفا ممنون سلام مدرسه پارک آشغال`),
    letters: /[پچژگکی]|\u200c/g,
  },
  ckb: {
    words: words(
      `لە بە و کە ئەم ئەو ئێمە من ئێوە بۆ زۆر نییە هەیە شەو منداڵ منداڵان شەقام تاریکە شکاوە سوپاس سڵاو هەموو`,
    ),
    letters: /[ێۆڕڵەڤ]|ئە/g,
  },
}

/** Letters by which a text in Arabic script shows itself as Urdu or Pashto, which we do not offer. */
export const otherArabicLetters = /[ٹڈڑںےښځڅډړېۍ]/

/** Letters and words that tell the Cyrillic languages from each other; `other` are Russian, Belarusian and Bulgarian. */
export const cyrillicSigns = {
  uk: /[іїєґ]|(?<!\p{L})(?:що|щоб|це|та|тут|йти|додому|дуже|дякую|ласка|від|біля|якщо|коли|вже|боюся|нема|немає)(?!\p{L})/gu,
  bs: /[ђјљњћџ]/gu,
  other: /[ыэёўъ]|(?<!\p{L})(?:что|это|очень|здесь|или|если|уже|еще|нет|работает|пожалуйста|спасибо)(?!\p{L})/gu,
}

/** Tigrinya writes its glottal vowel with ኣ, Amharic with አ. */
export const ethiopicSigns = { ti: /[ኣቐቑቒቓቔቕቖዃዅኸኺ]|እዩ|እየ|ካብ|ናብ|ዘለ/gu, other: /አ|ነው|ውስጥ/gu }
