import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessLanguage } from '#app/domain/submissions/guess-language.server.ts'
import { writtenLanguages, type WrittenLanguage } from '#app/domain/submissions/written-languages.ts'
import { anyText } from '../../support/any-text.ts'

/** What people write, short as they write it. */
const written: Record<WrittenLanguage, string[]> = {
  sv: [
    'Lampan vid gångvägen är trasig.',
    'Det är mörkt vid tunneln varje kväll.',
    'Någon har klottrat på skolans vägg.',
    'Bilarna kör för fort på gården där barnen leker.',
    'Jag vågar inte gå hem ensam från spårvagnen.',
    'Sopor ligger utanför porten sedan en vecka.',
    'Kan ni sätta upp en bänk vid lekplatsen?',
    'Ungdomar skjuter raketer mellan husen.',
    'Tack för att ni lagade trappan!',
    'De säljer droger vid torget på kvällarna.',
    'Cykelbanan är full av glas',
    'Hej, vem ansvarar för belysningen i parken?',
  ],
  en: [
    'The street light outside our door is broken.',
    'It is very dark in the tunnel at night.',
    'Young people are driving mopeds in the park.',
    'Somebody has painted on the wall of the school.',
    'I do not dare to walk home alone.',
    'There is rubbish everywhere behind the shop',
    'Please put a bench near the playground.',
    'They sell drugs at the square every evening.',
    'Thank you for fixing the stairs!',
    'An old car has been standing here for months.',
    'Who is responsible for the lights in the park?',
    'Our children are afraid of the bus stop.',
  ],
  ar: [
    'الشارع مظلم جدا في الليل.',
    'المصباح أمام البيت مكسور منذ أسبوع.',
    'هناك قمامة كثيرة خلف المتجر.',
    'الأطفال يخافون من المرور بجانب المدرسة.',
    'يبيعون المخدرات في الساحة كل مساء.',
    'السيارات تسير بسرعة كبيرة قرب الملعب.',
    'شكرا لكم على إصلاح الدرج.',
    'أريد أن أتكلم مع شخص من البلدية.',
    'الشباب يشعلون الألعاب النارية بين البيوت',
    'لا أجرؤ على العودة وحدي إلى البيت',
    'سيارة قديمة واقفة هنا من شهرين',
    'من المسؤول عن الإنارة في الحديقة؟',
  ],
  so: [
    'Laydhka waddada ayaa jaban.',
    'Waa mugdi habeenkii meesha tunnelka.',
    'Carruurta waxay ka baqaan inay dugsiga aadaan.',
    'Qashin badan ayaa yaalla dukaanka gadaashiisa.',
    'Dhallinyaro ayaa mooto ku wada beerta dhexdeeda.',
    'Waxaan ka baqayaa inaan keligay guriga u lugeeyo.',
    'Fadlan kursi dhig meesha carruurtu ku ciyaarto.',
    'Habeen kasta daroogo ayaa lagu iibiyaa fagaaraha.',
    'Mahadsanid inaad dayactirtay jaranjarada.',
    'Baabuur duug ah ayaa halkan yaalla muddo dheer.',
    'Yaa mas’uul ka ah laydhka beerta?',
    'Gaadhiyadu aad bay u xawaareeyaan halkan',
  ],
  fa: [
    'چراغ خیابان شکسته است.',
    'شب‌ها تونل خیلی تاریک است.',
    'بچه‌ها از رفتن به مدرسه می‌ترسند.',
    'پشت مغازه پر از آشغال است.',
    'جوانان در پارک با موتور رانندگی می‌کنند.',
    'من جرات نمی‌کنم تنها به خانه بروم.',
    'لطفا یک نیمکت کنار زمین بازی بگذارید.',
    'هر شب در میدان مواد مخدر می‌فروشند.',
    'ممنون که پله‌ها را درست کردید.',
    'یک ماشین قدیمی ماه‌هاست اینجا مانده',
    'چه کسی مسئول روشنایی پارک است؟',
    'ماشین ها خیلی تند از اینجا رد می شوند',
  ],
  ku: [
    'Lempeya kolanê şikestî ye.',
    'Bi şev li tunelê gelek tarî ye.',
    'Zarok ditirsin ku biçin dibistanê.',
    'Li pişt dikanê gelek zibil heye.',
    'Ciwan li parkê motorê diajon.',
    'Ez newêrim bi tena serê xwe biçim malê.',
    'Ji kerema xwe kursiyek li cihê lîstikê deynin.',
    'Her êvar li meydanê tiryakê difiroşin.',
    'Spas ji bo ku we pêlekan çêkir!',
    'Erebeyek kevn ji mehan ve li vir e.',
    'Kî ji ronahiya parkê berpirsyar e?',
    'Otomobîl li vir pir bi lez diçin',
  ],
  ckb: [
    'شەقامەکە زۆر تاریکە.',
    'گڵۆپی کۆڵانەکە شکاوە.',
    'منداڵان دەترسن بچن بۆ قوتابخانە.',
    'لە پشت دوکانەکە زبڵێکی زۆر هەیە.',
    'گەنجان لە پارکەکەدا ماتۆڕ لێدەخوڕن.',
    'ناوێرم بە تەنیا بگەڕێمەوە ماڵەوە.',
    'تکایە کورسییەک لای یاریگاکە دابنێن.',
    'هەموو ئێوارەیەک لە گۆڕەپانەکە ماددەی هۆشبەر دەفرۆشن.',
    'سوپاس بۆ چاککردنەوەی پلیکانەکان.',
    'ئۆتۆمبێلێکی کۆن چەند مانگە لێرەیە',
    'کێ بەرپرسی ڕووناکی پارکەکەیە؟',
    'ئۆتۆمبێلەکان زۆر خێرا لێرە تێدەپەڕن',
  ],
  tr: [
    'Sokak lambası kırık.',
    'Geceleri tünel çok karanlık oluyor.',
    'Çocuklar okula gitmekten korkuyor.',
    'Dükkanın arkasında çok çöp var.',
    'Gençler parkta motosiklet sürüyor.',
    'Eve tek başıma yürümeye cesaret edemiyorum.',
    'Lütfen oyun alanının yanına bir bank koyun.',
    'Her akşam meydanda uyuşturucu satıyorlar.',
    'Merdivenleri tamir ettiğiniz için teşekkürler!',
    'Eski bir araba aylardır burada duruyor.',
    'Parktaki ışıklardan kim sorumlu?',
    'Arabalar burada çok hızlı gidiyor',
  ],
  bs: [
    'Ulična lampa ispred kuće je pokvarena.',
    'Noću je u tunelu jako mračno.',
    'Djeca se boje ići u školu.',
    'Iza prodavnice ima puno smeća.',
    'Mladi voze motore po parku.',
    'Ne usuđujem se sama ići kući.',
    'Molim vas stavite klupu pored igrališta.',
    'Svake večeri prodaju drogu na trgu.',
    'Hvala što ste popravili stepenice!',
    'Staro auto stoji ovdje već mjesecima.',
    'Ko je odgovoran za rasvjetu u parku?',
    'Сваке вечери је овдје мрак и дјеца се боје.',
  ],
  fi: [
    'Katulamppu on rikki.',
    'Tunnelissa on iltaisin hyvin pimeää.',
    'Lapset pelkäävät mennä kouluun.',
    'Kaupan takana on paljon roskia.',
    'Nuoret ajavat mopoilla puistossa.',
    'En uskalla kävellä yksin kotiin.',
    'Voisitteko laittaa penkin leikkipaikan viereen?',
    'Torilla myydään huumeita joka ilta.',
    'Kiitos, että korjasitte portaat!',
    'Vanha auto on seissyt tässä kuukausia.',
    'Kuka vastaa puiston valoista?',
    'Autot ajavat tässä liian kovaa',
  ],
  pl: [
    'Latarnia przed domem nie działa.',
    'W tunelu jest bardzo ciemno w nocy.',
    'Dzieci boją się chodzić do szkoły.',
    'Za sklepem leży dużo śmieci.',
    'Młodzież jeździ motorami po parku.',
    'Boję się sama wracać do domu.',
    'Proszę postawić ławkę przy placu zabaw.',
    'Co wieczór sprzedają narkotyki na placu.',
    'Dziękuję za naprawę schodów!',
    'Stary samochód stoi tu od miesięcy.',
    'Kto odpowiada za oświetlenie w parku?',
    'Auta jeżdżą tutaj za szybko',
  ],
  es: [
    'La farola de la calle está rota.',
    'El túnel está muy oscuro por la noche.',
    'Los niños tienen miedo de ir a la escuela.',
    'Hay mucha basura detrás de la tienda.',
    'Los jóvenes conducen motos por el parque.',
    'No me atrevo a volver sola a casa.',
    'Por favor, pongan un banco junto al parque infantil.',
    'Venden drogas en la plaza todas las noches.',
    '¡Gracias por arreglar la escalera!',
    'Un coche viejo lleva meses aquí.',
    '¿Quién es responsable de la luz del parque?',
    'Los coches pasan demasiado rápido',
  ],
  uk: [
    'Ліхтар на вулиці не працює.',
    'Уночі в тунелі дуже темно.',
    'Діти бояться йти до школи.',
    'За магазином багато сміття.',
    'Молодь їздить на мопедах у парку.',
    'Я боюся йти додому одна.',
    'Поставте, будь ласка, лавку біля майданчика.',
    'Щовечора на площі продають наркотики.',
    'Дякую, що полагодили сходи!',
    'Стара машина стоїть тут кілька місяців.',
    'Хто відповідає за освітлення в парку?',
    'Машини їздять тут надто швидко',
  ],
  ti: [
    'መብራህቲ ጎደና ተሰይሩ ኣሎ።',
    'ብለይቲ ኣብዚ ጸልማት እዩ።',
    'ቆልዑ ናብ ቤት ትምህርቲ ክኸዱ ይፈርሑ ኣለዉ።',
    'ኣብ ድሕሪ ድኳን ብዙሕ ጎሓፍ ኣሎ።',
    'መንእሰያት ኣብ መናፈሻ ሞተር ይዝውሩ ኣለዉ።',
    'በይነይ ናብ ገዛ ክኸይድ ኣይደፍርን እየ።',
    'በጃኹም ኣብ ጥቓ መጻወቲ ቆልዑ ኮፍ መበሊ ግበሩ።',
    'ምሸት ምሸት ኣብ ኣደባባይ ሓሽሽ ይሸጡ።',
    'መሳልል ስለ ዘዐረኹም የቐንየለይ።',
    'ኣረጊት መኪና ካብ ነዊሕ ግዜ ኣብዚ ደው ኢላ ኣላ።',
    'መን እዩ ሓላፍነት መብራህቲ መናፈሻ ዘለዎ?',
    'መካይን ኣብዚ ብቕልጡፍ ይኸዳ',
  ],
}

describe.each(writtenLanguages)('%s', (tag) => {
  test.each(written[tag])('%s', (sentence) => {
    expect(guessLanguage(sentence)).toBe(tag)
  })
})

test('capitals, figures, smileys and links do not lead the guess astray', () => {
  expect(guessLanguage('LAMPAN VID GÅNGVÄGEN ÄR TRASIG!!! 😡😡')).toBe('sv')
  expect(guessLanguage('Waddada 12, 2026-11-23: laydhka ayaa jaban 🙏')).toBe('so')
  expect(guessLanguage('الشارع مظلم جدا 57.78, 12.03 https://example.org/the-street-is-dark')).toBe('ar')
})

test('a text in two languages is the one that there is more of', () => {
  expect(guessLanguage('الشارع مظلم جدا في الليل قرب Hammarkulletorget')).toBe('ar')
  expect(guessLanguage('Det är mörkt vid torget. شكرا')).toBe('sv')
  expect(guessLanguage('Lempeya li ber deriyê Gårdstens Centrum şikestî ye')).toBe('ku')
})

test.each(['', ' ', '112', '😡😡😡', '!!!', 'ok', 'hm', 'Kim', 'aaaaaaaaaaaa', '57.78029, 12.03579', '你好,路灯坏了'])(
  'of %j nobody can tell the language',
  (text) => {
    expect(guessLanguage(text)).toBeNull()
  },
)

test.each([
  ['Russian', 'Фонарь на улице не работает уже неделю, очень темно.'],
  ['Amharic', 'የመንገድ መብራት ተሰብሯል። ልጆቹ ወደ ትምህርት ቤት ለመሄድ አይፈልጉም።'],
  ['Urdu', 'گلی کی بتی خراب ہے اور بچے ڈرتے ہیں۔'],
  ['German', 'Die Straßenlaterne vor unserem Haus ist seit einer Woche kaputt.'],
  ['Greek', 'Το φως του δρόμου είναι σπασμένο.'],
])('%s, which is none of ours, is not taken for another', (_, text) => {
  expect(guessLanguage(text)).toBeNull()
})

test('whatever is written, the guess is a language that we know or none', () => {
  const known: (string | null)[] = [null, ...writtenLanguages]
  fc.assert(
    fc.property(anyText, (text) => {
      expect(known).toContain(guessLanguage(text))
    }),
  )
})
