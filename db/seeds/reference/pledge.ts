import type { Measure, Pledge, Translated } from '../types.ts'

const occasions: Translated = { sv: 'tillfällen', en: 'occasions', ar: 'مرات', so: 'jeer' }

/** At least so many, counted over a period. */
function atLeast(target: number, unit: Translated, per: NonNullable<Measure['per']>): Measure {
  return { kind: 'count', comparison: 'at-least', target, unit, per }
}

const noMeasure: Measure = { kind: 'none' }

/** The citizen pledge 2023–2024 of Göteborg Nordost. It has ended. */
export const pledge: Pledge = {
  slug: 'nordost-2023-2024',
  startsOn: '2023-01-01',
  endsOn: '2024-12-31',
  title: {
    sv: 'Medborgarlöfte för Nordost 2023–2024',
    en: 'Citizen pledge for Nordost 2023–2024',
    ar: 'التعهّد للمواطنين في Nordost 2023–2024',
    so: 'Ballanqaadka muwaadiniinta Nordost 2023–2024',
  },
  situation: {
    sv: 'Många som bor i Nordost lever med små marginaler, och grov brottslighet påverkar vardagen. Kriminella nätverk utnyttjar barn: de får bära vapen, gömma droger och utföra våld åt andra. Det vill vi stoppa. På sikt ska alla delar av Nordost vara trygga att bo och växa upp i.',
    en: 'Many people in Nordost live on small margins, and serious crime affects everyday life. Criminal networks exploit children: they are made to carry weapons, hide drugs and commit violence for others. We want to stop that. In the long run, every part of Nordost shall be a safe place to live and grow up in.',
    ar: 'يعيش كثير من سكان Nordost بإمكانات محدودة، وتؤثر الجرائم الخطيرة في حياتهم اليومية. تستغلّ الشبكات الإجرامية الأطفال: فتجعلهم يحملون السلاح ويخفون المخدرات ويرتكبون العنف لصالح غيرهم. نريد أن نوقف ذلك. وهدفنا على المدى البعيد أن تكون كل أحياء Nordost آمنة للسكن ولنشأة الأطفال.',
    so: 'Dad badan oo deggan Nordost dhaqaalahoodu wuu kooban yahay, dambiyada culusna waxay saameeyaan nolol maalmeedka. Shabakadaha dambiilayaashu waxay ka faa’iidaystaan carruurta: waxay ka dhigtaan inay hub qaadaan, daroogo qariyaan oo ay dad kale u geystaan rabshado. Taas waxaan rabnaa inaan joojinno. Mustaqbalka fog, qayb kasta oo Nordost ka mid ah waa inay noqotaa meel ammaan ah oo lagu noolaado laguna koro.',
  },
  focus: {
    sv: 'Vi ska hindra att barn och unga dras in i kriminalitet.',
    en: 'We will keep children and young people from being drawn into crime.',
    ar: 'سنعمل على منع استدراج الأطفال والشباب إلى الجريمة.',
    so: 'Waxaan ka hortagaynaa in carruurta iyo dhallinyarada lagu soo jiito dambiyada.',
  },
  aims: [
    {
      sv: 'Färre barn och unga ska värvas till brott.',
      en: 'Fewer children and young people are recruited into crime.',
      ar: 'أن يقلّ عدد الأطفال والشباب الذين يُجنَّدون لارتكاب الجرائم.',
      so: 'In la yareeyo carruurta iyo dhallinyarada dambiyada loo qoranayo.',
    },
    {
      sv: 'Fler ska känna förtroende för polisen, kommunen och bostadsbolagen.',
      en: 'More people trust the police, the municipality and the housing companies.',
      ar: 'أن تزداد ثقة الناس بالشرطة والبلدية وشركات السكن.',
      so: 'In ay kororto kalsoonida dadku ku qabaan booliska, degmada iyo shirkadaha guryaha.',
    },
    {
      sv: 'Engagemanget hos dem som bor och verkar här ska tas till vara.',
      en: 'The commitment of those who live and work here is put to good use.',
      ar: 'أن نستفيد من مبادرات الأهالي والعاملين في المنطقة.',
      so: 'In laga faa’iidaysto dadaalka dadka halkan deggan iyo kuwa ka shaqeeya.',
    },
  ],
  followAlong: {
    sv: 'Vi berättar hur det går i medborgardialoger. Du kan också följa polisen på Facebook (Polisen Göteborg nordost) och Instagram (Polisen Göteborg Nordost).',
    en: 'We tell you how it is going at citizen dialogues. You can also follow the police on Facebook (Polisen Göteborg nordost) and Instagram (Polisen Göteborg Nordost).',
    ar: 'نُخبركم بسير العمل في لقاءات الحوار مع المواطنين. ويمكنك أيضًا متابعة الشرطة على Facebook (Polisen Göteborg nordost) وعلى Instagram (Polisen Göteborg Nordost).',
    so: 'Waxaan kuugu sheegnaa sida ay wax u socdaan kulamada wadahadalka muwaadiniinta. Waxaad kaloo booliska kala socon kartaa Facebook (Polisen Göteborg nordost) iyo Instagram (Polisen Göteborg Nordost).',
  },
  contact: {
    sv: 'Kommunpoliserna i området: Helene Ramsmo, Jonas Borgström och Joseph Petersson. Ring 114 14.',
    en: 'The municipal police officers of the area: Helene Ramsmo, Jonas Borgström and Joseph Petersson. Call 114 14.',
    ar: 'شرطة البلدية في المنطقة: Helene Ramsmo وJonas Borgström وJoseph Petersson. اتصل بالرقم 114 14.',
    so: 'Booliska degmada ee aagga: Helene Ramsmo, Jonas Borgström iyo Joseph Petersson. Wac 114 14.',
  },
  commitments: [
    {
      number: 1,
      slug: 'parenting-courses',
      title: {
        sv: 'Polisen är med på föräldrakurser',
        en: 'The police join parenting courses',
        ar: 'الشرطة تشارك في دورات الوالدين',
        so: 'Boolisku waxay ka qayb galaan koorsooyinka waalidka',
      },
      body: {
        sv: 'Vi kommer till kurser för föräldrar och berättar vad du kan hålla utkik efter. Vi säger också vart du vänder dig om du är orolig för ditt barn.',
        en: 'We come to courses for parents, and talk about what to look out for and where to turn if you worry about your child.',
        ar: 'نحضر دورات الوالدين ونتحدث عن العلامات التي يمكنك الانتباه إليها، وإلى أين تتوجّه إذا كنت قلقًا على طفلك.',
        so: 'Waxaan nimaadnaa koorsooyinka waalidka. Waxaan kaaga warramaynaa waxa aad u fiirsan karto iyo cidda aad la xiriiri karto haddii aad ilmahaaga u welwesho.',
      },
      measure: noMeasure,
      owners: ['polisen'],
    },
    {
      number: 2,
      slug: 'sspf-meetings',
      title: {
        sv: 'Polisen deltar i SSPF-möten',
        en: 'The police take part in SSPF meetings',
        ar: 'الشرطة تشارك في اجتماعات SSPF',
        so: 'Boolisku waxay ka qayb galaan kulamada SSPF',
      },
      body: {
        sv: 'I SSPF arbetar skola, socialtjänst, polis och fritid tillsammans för unga. Vi är med på arbetsmötena minst två gånger varje termin.',
        en: 'In SSPF, school, social services, police and leisure work together for young people. We attend the working meetings at least twice every term.',
        ar: 'في SSPF تعمل المدرسة والخدمات الاجتماعية والشرطة ومراكز الترفيه معًا من أجل الشباب. نحضر اجتماعات العمل مرتين على الأقل في كل فصل دراسي.',
        so: 'SSPF waa iskaashi u dhexeeya dugsiga, adeegga bulshada, booliska iyo goobaha firaaqada oo loogu talagalay dhallinyarada. Waxaan ka qayb galnaa kulamada shaqada ugu yaraan laba jeer xilli-dugsiyeed kasta.',
      },
      measure: atLeast(2, { sv: 'möten', en: 'meetings', ar: 'اجتماعات', so: 'kulan' }, 'term'),
      owners: ['polisen'],
    },
    {
      number: 3,
      slug: 'reports-of-concern',
      title: {
        sv: 'Polisen gör orosanmälningar tidigt',
        en: 'The police report concern early',
        ar: 'الشرطة تبلّغ مبكرًا عند القلق على طفل',
        so: 'Boolisku si hore ayay u gudbiyaan warbixinta welwelka',
      },
      body: {
        sv: 'När vi möter ett barn eller en ung person som riskerar att fara illa gör vi en orosanmälan (SOL 14) och ser till att socialtjänsten tar vid.',
        en: 'When we meet a child or young person at risk, we file a report of concern (SOL 14) and make sure that social services take over.',
        ar: 'عندما نلتقي طفلًا أو شابًا معرّضًا للخطر نقدّم بلاغ قلق (SOL 14) ونحرص على أن تتولّى الخدمات الاجتماعية متابعته.',
        so: 'Marka aan la kulanno ilmo ama qof dhallinyaro ah oo khatar ku jira, waxaan gudbinnaa warbixin welwel (SOL 14), waxaana hubinnaa in adeegga bulshadu la wareego.',
      },
      measure: noMeasure,
      owners: ['polisen'],
    },
    {
      number: 4,
      slug: 'hot-spot-patrols',
      title: {
        sv: 'Polisen patrullerar där unga är',
        en: 'Police patrols where young people are',
        ar: 'دوريات الشرطة حيث يوجد الشباب',
        so: 'Roondada booliska ee meelaha dhallinyaradu joogaan',
      },
      body: {
        sv: 'Vi finns på torg och mötesplatser där många unga samlas. Då kan vi tidigt se vem som behöver stöd. Vi lovar minst 400 pass under löftets två år.',
        en: 'We are present in squares and meeting places where many young people gather, so that we see early who needs support. We promise at least 400 patrols during the two years of the pledge.',
        ar: 'نتواجد في الساحات وأماكن اللقاء التي يجتمع فيها كثير من الشباب، لنعرف مبكرًا من يحتاج إلى دعم. نتعهّد بما لا يقل عن 400 دورية خلال سنتَي التعهّد.',
        so: 'Waxaan joognaa fagaarayaasha iyo goobaha kulanka ee dhallinyaro badan isugu timaado, si aan goor hore u aragno cidda u baahan taageero. Waxaan ballan qaadaynaa ugu yaraan 400 oo roondo labada sano ee ballanqaadka.',
      },
      measure: atLeast(400, { sv: 'pass', en: 'patrols', ar: 'دوريات', so: 'roondo' }, 'pledge'),
      owners: ['polisen'],
    },
    {
      number: 5,
      slug: 'behind-the-uniform',
      title: {
        sv: 'Människan bakom uniformen',
        en: 'The person behind the uniform',
        ar: 'الإنسان وراء الزي الرسمي',
        so: 'Qofka dareeska ka dambeeya',
      },
      body: {
        sv: 'I MBU, Människan bakom uniformen, får unga lära känna poliser, brandmän, ambulanspersonal och spårvagnsförare: vilka de är och varför de har valt sitt yrke.',
        en: 'In MBU, the person behind the uniform, young people get to know police officers, firefighters, ambulance staff and tram drivers: who they are and why they chose their work.',
        ar: 'في برنامج MBU، «الإنسان وراء الزي الرسمي»، يتعرّف الشباب على رجال ونساء الشرطة والإطفاء والإسعاف وسائقي الترام: من هم، ولماذا اختاروا مهنتهم.',
        so: 'MBU, qofka dareeska ka dambeeya, dhallinyaradu waxay ku bartaan boolis, dab-damis, shaqaalaha ambalaaska iyo darawallada taraamka: cidda ay yihiin iyo sababta ay shaqadaas u doorteen.',
      },
      measure: noMeasure,
      owners: ['polisen', 'raddningstjansten', 'ambulanssjukvarden', 'goteborgs-sparvagar'],
    },
    {
      number: 6,
      slug: 'youth-outreach',
      title: {
        sv: 'Fältenheten är ute bland unga',
        en: 'Outreach to young people',
        ar: 'الوحدة الميدانية بين الشباب',
        so: 'Kooxda bannaanka ee dhallinyarada dhex joogta',
      },
      body: {
        sv: 'Fältenheten söker upp barn och unga där de är, på dagar och kvällar. Vi lyssnar, ger stöd och hjälper till vidare. Vi lovar minst 200 tillfällen varje år.',
        en: 'The youth outreach unit goes to where children and young people are, by day and in the evening. We listen, support and help them on. We promise at least 200 occasions every year.',
        ar: 'تذهب الوحدة الميدانية (Fältenheten) إلى الأطفال والشباب حيث يكونون، نهارًا ومساءً. نستمع إليهم وندعمهم ونساعدهم على إيجاد الطريق. نتعهّد بما لا يقل عن 200 مرة كل سنة.',
        so: 'Kooxda Fältenheten waxay u tagtaa carruurta iyo dhallinyarada meelaha ay joogaan, maalintii iyo fiidkii. Waan dhegaysannaa, waan taageernaa, waana sii caawinnaa. Waxaan ballan qaadaynaa ugu yaraan 200 jeer sannad kasta.',
      },
      measure: atLeast(200, occasions, 'year'),
      owners: ['faltenheten'],
    },
    {
      number: 7,
      slug: 'early-gathering',
      title: {
        sv: 'Vi samlas tidigt kring unga i risk',
        en: 'We gather early around young people at risk',
        ar: 'نجتمع مبكرًا حول الشباب المعرّضين للخطر',
        so: 'Si hore ayaan ugu kulannaa dhallinyarada khatarta ku jirta',
      },
      body: {
        sv: 'När en ung person riskerar att hamna i brott eller missbruk samlar SSPF snabbt dem som kan hjälpa. Det gör vi minst 60 gånger om året. Vi berättar hur ofta, aldrig om vem.',
        en: 'When a young person risks slipping into crime or substance abuse, SSPF quickly gathers those who can help, at least 60 times a year. We tell you how often, never about whom.',
        ar: 'عندما يكون شاب معرّضًا للانزلاق إلى الجريمة أو الإدمان تجمع SSPF بسرعة من يستطيع المساعدة، 60 مرة على الأقل في السنة. نُخبركم كم مرة، ولا نقول أبدًا من هو.',
        so: 'Marka qof dhallinyaro ahi khatar ugu jiro dambi ama maandooriye, SSPF waxay si degdeg ah isugu keentaa kuwa caawin kara, ugu yaraan 60 jeer sannadkii. Waxaan sheegnaa inta jeer, marnaba ma sheegno cidda.',
      },
      measure: atLeast(60, occasions, 'year'),
      owners: ['sspf'],
    },
    {
      number: 8,
      slug: 'ratt-kurva-pilot',
      title: {
        sv: 'Vi prövar Rätt Kurva',
        en: 'We try out Rätt Kurva',
        ar: 'نجرّب برنامج Rätt Kurva',
        so: 'Waxaan tijaabinaynaa Rätt Kurva',
      },
      body: {
        sv: 'Ung Nordost och polisen prövar arbetssättet Rätt Kurva. Familjer som behöver det får stöd tidigt, innan problemen har vuxit.',
        en: 'Ung Nordost and the police try out a way of working called Rätt Kurva. Families who need it get support early, before problems have grown.',
        ar: 'تجرّب Ung Nordost مع الشرطة طريقة عمل اسمها Rätt Kurva. تحصل الأسر التي تحتاج إلى الدعم عليه مبكرًا، قبل أن تكبر المشكلات.',
        so: 'Ung Nordost iyo boolisku waxay tijaabinayaan hab-shaqo la yiraahdo Rätt Kurva. Qoysaska u baahan waxay taageero helaan goor hore, inta aan dhibku weynaan.',
      },
      measure: noMeasure,
      owners: ['ung-nordost', 'polisen'],
    },
    {
      number: 9,
      slug: 'meeting-place-activities',
      title: {
        sv: 'Trygga aktiviteter på mötesplatserna',
        en: 'Safe activities at the meeting places',
        ar: 'أنشطة آمنة في أماكن اللقاء',
        so: 'Hawlo ammaan ah oo ka socda goobaha kulanka',
      },
      body: {
        sv: 'På mötesplatserna finns alltid något att göra, kompisar att träffa och vuxna att lita på. Vi ordnar minst 3 500 aktiviteter varje år.',
        en: 'At the meeting places there is always something to do, friends to see and adults to trust. We arrange at least 3,500 activities every year.',
        ar: 'في أماكن اللقاء دائمًا ما يمكن القيام به، وأصدقاء نلتقيهم، وكبار نثق بهم. ننظّم 3500 نشاط على الأقل كل سنة.',
        so: 'Goobaha kulanka mar walba waxaa ka jira wax la qabto, saaxiibbo lala kulmo iyo dad waaweyn oo lagu kalsoonaado. Waxaan qabannaa ugu yaraan 3 500 oo hawlood sannad kasta.',
      },
      measure: atLeast(3500, { sv: 'aktiviteter', en: 'activities', ar: 'أنشطة', so: 'hawlood' }, 'year'),
      owners: ['motesplatserna'],
    },
    {
      number: 10,
      slug: 'local-actors',
      title: {
        sv: 'Vi samlar lokala krafter',
        en: 'We bring local actors together',
        ar: 'نجمع الجهات المحلية',
        so: 'Waxaan isu keennaa dadka iyo ururrada xaafadda',
      },
      body: {
        sv: 'Vi samlar föreningar, bostadsbolag, skolor, butiker och andra lokala krafter minst 40 gånger om året. Tillsammans blir vi starkare mot otrygghet och brott.',
        en: 'At least 40 times a year we bring together associations, housing companies, schools, shops and others. Together we are stronger against insecurity and crime.',
        ar: 'نجمع الجمعيات وشركات السكن والمدارس والمتاجر وغيرها 40 مرة على الأقل في السنة. معًا نصبح أقوى في مواجهة انعدام الأمان والجريمة.',
        so: 'Ugu yaraan 40 jeer sannadkii waxaan isu keennaa ururrada, shirkadaha guryaha, dugsiyada, dukaamada iyo kuwo kale. Wadajir ayaan uga adag nahay ammaan-darrada iyo dambiyada.',
      },
      measure: atLeast(40, occasions, 'year'),
      owners: ['trygghetssamordningen', 'polisen'],
    },
  ],
}
