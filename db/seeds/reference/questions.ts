import type { CategoryQuestionKind, QuestionOption, ShownWhen } from '../../schema/questions.ts'
import type { Category, Translated } from '../types.ts'

/** What is asked about one category beside the text; never required. The order is the order on the page. */
type Question = {
  key: string
  kind: CategoryQuestionKind
  label: Translated
  hint?: Translated
  options?: QuestionOption[]
  shownWhen?: ShownWhen
}

const option = (value: string, label: Translated): QuestionOption => ({ value, label })

const yes: Translated = { sv: 'Ja', en: 'Yes', ar: 'نعم', so: 'Haa' }
const no: Translated = { sv: 'Nej', en: 'No', ar: 'لا', so: 'Maya' }
const unsure = option('unsure', { sv: 'Vet inte', en: 'Do not know', ar: 'لا أعرف', so: 'Ma garanayo' })

const often: Question = {
  key: 'often',
  kind: 'choice',
  label: {
    sv: 'Hur ofta händer det?',
    en: 'How often does it happen?',
    ar: 'كم مرة يحدث ذلك؟',
    so: 'Intee jeer ayay dhacdaa?',
  },
  options: [
    option('daily', { sv: 'Varje dag', en: 'Every day', ar: 'كل يوم', so: 'Maalin kasta' }),
    option('weekly', { sv: 'Varje vecka', en: 'Every week', ar: 'كل أسبوع', so: 'Toddobaad kasta' }),
    option('sometimes', { sv: 'Ibland', en: 'Sometimes', ar: 'أحيانًا', so: 'Mararka qaar' }),
    option('once', {
      sv: 'Det har hänt en gång',
      en: 'It has happened once',
      ar: 'حدث مرة واحدة',
      so: 'Hal mar ayay dhacday',
    }),
  ],
}

const dayOrTime: Translated = {
  sv: 'Fyll i dag, klockslag eller båda. Det behöver inte vara exakt.',
  en: 'Fill in the day, the time or both. It need not be exact.',
  ar: 'اكتب اليوم أو الساعة أو كليهما. لا يلزم أن يكون دقيقًا.',
  so: 'Qor maalinta, saacadda ama labadaba. Uma baahna inay sax noqoto.',
}

const lastTime: Question = {
  key: 'when',
  kind: 'moment',
  label: {
    sv: 'När hände det senast?',
    en: 'When did it last happen?',
    ar: 'متى حدث آخر مرة؟',
    so: 'Goorma ayay ugu dambaysay?',
  },
  hint: dayOrTime,
}

/** Going on now: the form is not the way then. */
const ongoing = (advice: Translated): Question => ({
  key: 'ongoing',
  kind: 'choice',
  label: {
    sv: 'Pågår det just nu?',
    en: 'Is it going on right now?',
    ar: 'هل يحدث ذلك الآن؟',
    so: 'Hadda ma socotaa?',
  },
  options: [
    { ...option('yes', yes), stops: advice },
    option('no', { sv: 'Nej, det är över', en: 'No, it is over', ar: 'لا، لقد انتهى', so: 'Maya, way dhammaatay' }),
    unsure,
  ],
})

const over: ShownWhen = { question: 'ongoing', values: ['no'] }

export const questions: Partial<Record<Category, Question[]>> = {
  lighting: [
    {
      key: 'fault',
      kind: 'choice',
      label: { sv: 'Vad är det för fel?', en: 'What is wrong?', ar: 'ما العطل؟', so: 'Maxaa khaldan?' },
      options: [
        option('one', {
          sv: 'En lampa är släckt',
          en: 'One lamp is out',
          ar: 'مصباح واحد مطفأ',
          so: 'Hal nal ayaa damsan',
        }),
        option('several', {
          sv: 'Flera lampor är släckta',
          en: 'Several lamps are out',
          ar: 'عدة مصابيح مطفأة',
          so: 'Dhowr nal ayaa damsan',
        }),
        option('flickers', {
          sv: 'En lampa blinkar',
          en: 'A lamp flickers',
          ar: 'مصباح يومض',
          so: 'Nal baa biligleynaya',
        }),
        option('none', {
          sv: 'Det finns inga lampor där',
          en: 'There are no lamps there',
          ar: 'لا توجد مصابيح هناك',
          so: 'Halkaas nalal ma yaallaan',
        }),
      ],
    },
    {
      key: 'lamps',
      kind: 'number',
      label: {
        sv: 'Ungefär hur många lampor är släckta?',
        en: 'About how many lamps are out?',
        ar: 'كم عدد المصابيح المطفأة تقريبًا؟',
        so: 'Qiyaastii immisa nal ayaa damsan?',
      },
      shownWhen: { question: 'fault', values: ['several'] },
    },
    {
      key: 'pole',
      kind: 'text',
      label: {
        sv: 'Vet du numret på stolpen?',
        en: 'Do you know the number on the pole?',
        ar: 'هل تعرف الرقم المكتوب على العمود؟',
        so: 'Ma taqaan lambarka ku qoran tiirka?',
      },
      hint: {
        sv: 'Det står ofta på en liten skylt. Gå inte tillbaka för att titta.',
        en: 'It often stands on a small sign. Do not go back to look.',
        ar: 'يكون غالبًا على لوحة صغيرة. لا تعد إلى المكان لتنظر.',
        so: 'Badanaa wuxuu ku qoran yahay calaamad yar. Dib ha ugu noqon si aad u eegto.',
      },
      shownWhen: { question: 'fault', values: ['one', 'several', 'flickers'] },
    },
  ],
  litter: [
    {
      key: 'what',
      kind: 'choices',
      label: { sv: 'Vad ligger där?', en: 'What is lying there?', ar: 'ما الملقى هناك؟', so: 'Maxaa halkaas yaalla?' },
      options: [
        option('household', { sv: 'Sopor', en: 'Rubbish', ar: 'قمامة', so: 'Qashin' }),
        option('bulky', {
          sv: 'Möbler eller annat stort',
          en: 'Furniture or other large things',
          ar: 'أثاث أو أشياء كبيرة أخرى',
          so: 'Alaab guri ama wax kale oo waaweyn',
        }),
        option('glass', { sv: 'Krossat glas', en: 'Broken glass', ar: 'زجاج مكسور', so: 'Dhalo jajaban' }),
        option('needles', { sv: 'Sprutor eller nålar', en: 'Syringes or needles', ar: 'حقن أو إبر', so: 'Irbado' }),
        option('other', { sv: 'Annat', en: 'Something else', ar: 'شيء آخر', so: 'Wax kale' }),
      ],
    },
    {
      key: 'needles',
      kind: 'notice',
      label: {
        sv: 'Rör inte sprutor eller nålar. Ring kontaktcenter på 031-365 00 00, så att de kan tas bort.',
        en: 'Do not touch syringes or needles. Call the contact centre on 031-365 00 00, so that they can be removed.',
        ar: 'لا تلمس الحقن أو الإبر. اتصل بمركز الاتصال على الرقم 031-365 00 00 لكي تُزال.',
        so: 'Ha taaban irbadaha. Wac xarunta xiriirka 031-365 00 00, si loo qaado.',
      },
      shownWhen: { question: 'what', values: ['needles'] },
    },
    {
      key: 'since',
      kind: 'choice',
      label: {
        sv: 'Hur länge har det legat där?',
        en: 'How long has it been there?',
        ar: 'منذ متى وهو هناك؟',
        so: 'Ilaa goorma ayay halkaas taallay?',
      },
      options: [
        option('today', { sv: 'Sedan i dag', en: 'Since today', ar: 'منذ اليوم', so: 'Maanta laga bilaabo' }),
        option('days', { sv: 'Några dagar', en: 'Some days', ar: 'بضعة أيام', so: 'Dhowr maalmood' }),
        option('weeks', {
          sv: 'Mer än en vecka',
          en: 'More than a week',
          ar: 'أكثر من أسبوع',
          so: 'In ka badan toddobaad',
        }),
        unsure,
      ],
    },
  ],
  traffic: [
    {
      key: 'what',
      kind: 'choices',
      label: { sv: 'Vad händer?', en: 'What happens?', ar: 'ماذا يحدث؟', so: 'Maxaa dhacaya?' },
      options: [
        option('speed', {
          sv: 'Bilar kör för fort',
          en: 'Cars go too fast',
          ar: 'سيارات تسير بسرعة زائدة',
          so: 'Gawaaridu aad bay u xawaareeyaan',
        }),
        option('path', {
          sv: 'Moped eller motorcykel på gångväg',
          en: 'Mopeds or motorcycles on a footpath',
          ar: 'دراجات نارية على ممر المشاة',
          so: 'Mooto ku socota waddada lugta',
        }),
        option('parking', {
          sv: 'Bilar står i vägen',
          en: 'Cars stand in the way',
          ar: 'سيارات واقفة تعيق الطريق',
          so: 'Gawaari jidka xiraysa',
        }),
        option('crossing', {
          sv: 'Svårt att gå över gatan',
          en: 'Hard to cross the street',
          ar: 'صعوبة في عبور الشارع',
          so: 'Way adag tahay in jidka laga tallaabo',
        }),
        option('other', { sv: 'Annat', en: 'Something else', ar: 'شيء آخر', so: 'Wax kale' }),
      ],
    },
    often,
    lastTime,
  ],
  'youths-at-risk': [
    {
      key: 'first',
      kind: 'notice',
      label: {
        sv: 'Socialtjänsten kan hjälpa ett barn direkt. Det kan inte vi här. Ring dem först: 031-365 00 00. Är det bråttom, ring 112.',
        en: 'Social services can help a child at once. We cannot do that here. Call them first: 031-365 00 00. If it is urgent, call 112.',
        ar: 'تستطيع الخدمات الاجتماعية مساعدة الطفل مباشرة، أما نحن فلا نستطيع ذلك هنا. اتصل بها أولًا: 031-365 00 00. إن كان الأمر عاجلًا فاتصل بالرقم 112.',
        so: 'Adeegga bulshadu isla markiiba ilmaha wuu caawin karaa. Annagu taas halkan kama samayn karno. Iyaga marka hore wac: 031-365 00 00. Haddii ay degdeg tahay, wac 112.',
      },
    },
    {
      key: 'worry',
      kind: 'choices',
      label: {
        sv: 'Vad är du orolig för?',
        en: 'What are you worried about?',
        ar: 'ما الذي يقلقك؟',
        so: 'Maxaad ka walaacsan tahay?',
      },
      options: [
        option('recruited', {
          sv: 'Unga värvas till brott',
          en: 'Young people are recruited into crime',
          ar: 'تجنيد الشباب لارتكاب الجرائم',
          so: 'Dhallinyaro dambi loo qoranayo',
        }),
        option('drugs', {
          sv: 'Unga och droger',
          en: 'Young people and drugs',
          ar: 'الشباب والمخدرات',
          so: 'Dhallinyarada iyo daroogada',
        }),
        option('late', {
          sv: 'Barn som är ute sent',
          en: 'Children who are out late',
          ar: 'أطفال خارج البيت في وقت متأخر',
          so: 'Carruur habeenkii dibadda jooga',
        }),
        option('school', {
          sv: 'Barn som inte är i skolan',
          en: 'Children who are not in school',
          ar: 'أطفال لا يذهبون إلى المدرسة',
          so: 'Carruur aan dugsiga joogin',
        }),
        option('harmed', {
          sv: 'Barn som har det svårt',
          en: 'Children who are having a hard time',
          ar: 'أطفال يعانون',
          so: 'Carruur dhibaataysan',
        }),
      ],
    },
    {
      key: 'age',
      kind: 'number',
      label: {
        sv: 'Ungefär hur gamla är de?',
        en: 'About how old are they?',
        ar: 'كم أعمارهم تقريبًا؟',
        so: 'Qiyaastii immisa jir ayay yihiin?',
      },
      hint: {
        sv: 'Ålder i år. Skriv inga namn.',
        en: 'Age in years. Write no names.',
        ar: 'العمر بالسنوات. لا تكتب أسماء.',
        so: 'Da’da sannado. Magacyo ha qorin.',
      },
    },
    {
      key: 'times',
      kind: 'choices',
      label: {
        sv: 'När brukar du se det?',
        en: 'When do you usually see it?',
        ar: 'متى تلاحظ ذلك عادةً؟',
        so: 'Goorma ayaad badanaa aragtaa?',
      },
      options: [
        option('school-hours', {
          sv: 'På skoltid',
          en: 'During school hours',
          ar: 'في وقت المدرسة',
          so: 'Saacadaha dugsiga',
        }),
        option('afternoon', { sv: 'På eftermiddagen', en: 'In the afternoon', ar: 'بعد الظهر', so: 'Galabtii' }),
        option('evening', { sv: 'På kvällen', en: 'In the evening', ar: 'في المساء', so: 'Fiidkii' }),
        option('night', { sv: 'På natten', en: 'At night', ar: 'في الليل', so: 'Habeenkii' }),
      ],
    },
  ],
  'unsafe-place': [
    {
      key: 'why',
      kind: 'choices',
      label: {
        sv: 'Varför känns det otryggt?',
        en: 'Why does it feel unsafe?',
        ar: 'لماذا لا تشعر بالأمان هناك؟',
        so: 'Maxaa ammaan la’aanta keenaya?',
      },
      options: [
        option('dark', { sv: 'Det är mörkt', en: 'It is dark', ar: 'المكان مظلم', so: 'Waa mugdi' }),
        option('hidden', {
          sv: 'Buskar eller murar skymmer',
          en: 'Bushes or walls block the view',
          ar: 'شجيرات أو جدران تحجب الرؤية',
          so: 'Geedo ama derbiyo ayaa aragga xiraya',
        }),
        option('empty', {
          sv: 'Det är få människor där',
          en: 'Few people are there',
          ar: 'قليل من الناس هناك',
          so: 'Dad yar ayaa halkaas jooga',
        }),
        option('groups', {
          sv: 'Grupper som känns hotfulla',
          en: 'Groups that feel threatening',
          ar: 'مجموعات تبدو مهدِّدة',
          so: 'Kooxo u muuqda kuwo hanjabaya',
        }),
        option('other', { sv: 'Annat', en: 'Something else', ar: 'شيء آخر', so: 'Wax kale' }),
      ],
    },
    {
      key: 'darkest',
      kind: 'text',
      label: {
        sv: 'Var är det mörkast?',
        en: 'Where is it darkest?',
        ar: 'أين يكون الظلام أشد؟',
        so: 'Xaggee ugu mugdi badan?',
      },
      shownWhen: { question: 'why', values: ['dark'] },
    },
    {
      key: 'times',
      kind: 'choices',
      label: {
        sv: 'När på dygnet känns det så?',
        en: 'At what time of day does it feel so?',
        ar: 'في أي وقت من اليوم تشعر بذلك؟',
        so: 'Waqtigee maalinta ayay sidaas tahay?',
      },
      options: [
        option('morning', { sv: 'På morgonen', en: 'In the morning', ar: 'في الصباح', so: 'Subaxdii' }),
        option('day', { sv: 'På dagen', en: 'During the day', ar: 'في النهار', so: 'Maalintii' }),
        option('evening', { sv: 'På kvällen', en: 'In the evening', ar: 'في المساء', so: 'Fiidkii' }),
        option('night', { sv: 'På natten', en: 'At night', ar: 'في الليل', so: 'Habeenkii' }),
      ],
    },
    {
      key: 'avoid',
      kind: 'choice',
      label: {
        sv: 'Går du en annan väg?',
        en: 'Do you take another way?',
        ar: 'هل تسلك طريقًا آخر؟',
        so: 'Waddo kale ma martaa?',
      },
      options: [
        option('often', { sv: 'Ja, ofta', en: 'Yes, often', ar: 'نعم، غالبًا', so: 'Haa, badanaa' }),
        option('sometimes', { sv: 'Ibland', en: 'Sometimes', ar: 'أحيانًا', so: 'Mararka qaar' }),
        option('no', no),
      ],
    },
  ],
  violence: [
    ongoing({
      sv: 'Ring 112 nu. De kan skicka hjälp. Det du skriver här läser vi först en vardag.',
      en: 'Call 112 now. They can send help. What you write here we do not read until a weekday.',
      ar: 'اتصل بالرقم 112 الآن. يمكنهم إرسال المساعدة. ما تكتبه هنا لا نقرؤه إلا في أيام العمل.',
      so: 'Hadda wac 112. Gargaar ayay soo diri karaan. Waxa aad halkan ku qorto waxaan akhrinnaa maalin shaqo oo keliya.',
    }),
    {
      key: 'witness',
      kind: 'notice',
      label: {
        sv: 'Såg du vem som gjorde det? Ring Polisen på 114 14. Skriv inga namn här.',
        en: 'Did you see who did it? Call the police on 114 14. Write no names here.',
        ar: 'هل رأيت من فعل ذلك؟ اتصل بالشرطة على الرقم 114 14. لا تكتب أسماء هنا.',
        so: 'Ma aragtay cidda samaysay? Booliska ka wac 114 14. Magacyo halkan ha ku qorin.',
      },
      shownWhen: { question: 'ongoing', values: ['no', 'unsure'] },
    },
    {
      key: 'when',
      kind: 'moment',
      label: { sv: 'När hände det?', en: 'When did it happen?', ar: 'متى حدث ذلك؟', so: 'Goorma ayay dhacday?' },
      hint: dayOrTime,
      shownWhen: over,
    },
    {
      key: 'told',
      kind: 'choice',
      label: {
        sv: 'Vet Polisen om det?',
        en: 'Do the police know about it?',
        ar: 'هل تعلم الشرطة بذلك؟',
        so: 'Booliska ma og yahay?',
      },
      options: [option('yes', yes), option('no', no), unsure],
      shownWhen: over,
    },
  ],
  disorder: [
    {
      key: 'what',
      kind: 'choices',
      label: { sv: 'Vad händer?', en: 'What happens?', ar: 'ماذا يحدث؟', so: 'Maxaa dhacaya?' },
      options: [
        option('noise', {
          sv: 'Skrik eller hög musik',
          en: 'Shouting or loud music',
          ar: 'صراخ أو موسيقى عالية',
          so: 'Qaylo ama muusig sare',
        }),
        option('quarrel', { sv: 'Folk bråkar', en: 'People quarrel', ar: 'شجار بين الناس', so: 'Dad is haysta' }),
        option('threats', { sv: 'Någon hotar', en: 'Somebody makes threats', ar: 'شخص يهدّد', so: 'Qof baa hanjabaya' }),
        option('drunk', {
          sv: 'Fylla eller droger',
          en: 'Drinking or drugs',
          ar: 'سُكر أو مخدرات',
          so: 'Khamri ama daroogo',
        }),
        option('other', { sv: 'Annat', en: 'Something else', ar: 'شيء آخر', so: 'Wax kale' }),
      ],
    },
    {
      key: 'threats',
      kind: 'notice',
      label: {
        sv: 'Hotar någon nu? Ring 112. Har det redan hänt? Ring Polisen på 114 14.',
        en: 'Is somebody making threats now? Call 112. Has it already happened? Call the police on 114 14.',
        ar: 'هل يهدّد أحد الآن؟ اتصل بالرقم 112. هل حدث ذلك من قبل؟ اتصل بالشرطة على الرقم 114 14.',
        so: 'Qof ma hanjabayaa hadda? Wac 112. Hore ma u dhacday? Booliska ka wac 114 14.',
      },
      shownWhen: { question: 'what', values: ['threats'] },
    },
    often,
    lastTime,
  ],
  fires: [
    ongoing({
      sv: 'Ring 112 nu. Gå bort från elden och varna andra.',
      en: 'Call 112 now. Move away from the fire and warn others.',
      ar: 'اتصل بالرقم 112 الآن. ابتعد عن النار ونبّه الآخرين.',
      so: 'Hadda wac 112. Dabka ka fogow oo dadka kale u digniin sii.',
    }),
    {
      key: 'what',
      kind: 'choices',
      label: { sv: 'Vad har hänt?', en: 'What has happened?', ar: 'ماذا حدث؟', so: 'Maxaa dhacay?' },
      options: [
        option('bin', {
          sv: 'Eld i sopor eller papperskorg',
          en: 'Fire in rubbish or a bin',
          ar: 'حريق في القمامة أو حاوية',
          so: 'Dab qashin ama haan qashin ka kacay',
        }),
        option('vehicle', {
          sv: 'Eld i bil eller moped',
          en: 'Fire in a car or moped',
          ar: 'حريق في سيارة أو دراجة نارية',
          so: 'Dab baabuur ama mooto ka kacay',
        }),
        option('building', {
          sv: 'Eld i eller vid ett hus',
          en: 'Fire in or beside a building',
          ar: 'حريق في مبنى أو بجانبه',
          so: 'Dab guri ka kacay ama agtiisa',
        }),
        option('nature', {
          sv: 'Eld i gräs eller skog',
          en: 'Fire in grass or woods',
          ar: 'حريق في العشب أو الغابة',
          so: 'Dab caws ama kayn ka kacay',
        }),
        option('fireworks', {
          sv: 'Fyrverkerier eller smällare',
          en: 'Fireworks or bangers',
          ar: 'ألعاب نارية أو مفرقعات',
          so: 'Rashka dabaaldegga ama qarxiyo',
        }),
      ],
    },
    {
      key: 'when',
      kind: 'moment',
      label: { sv: 'När hände det?', en: 'When did it happen?', ar: 'متى حدث ذلك؟', so: 'Goorma ayay dhacday?' },
      hint: dayOrTime,
    },
    {
      key: 'before',
      kind: 'choice',
      label: {
        sv: 'Har det hänt förut på samma plats?',
        en: 'Has it happened before in the same place?',
        ar: 'هل حدث ذلك من قبل في المكان نفسه؟',
        so: 'Hore isla goobtaas ma uga dhacday?',
      },
      options: [option('yes', yes), option('no', no), unsure],
    },
  ],
  vehicles: [
    {
      key: 'state',
      kind: 'choices',
      label: {
        sv: 'Hur ser fordonet ut?',
        en: 'What state is the vehicle in?',
        ar: 'كيف حال المركبة؟',
        so: 'Gaadhigu siduu yahay?',
      },
      options: [
        option('burnt', { sv: 'Utbränt', en: 'Burnt out', ar: 'محترقة', so: 'Wuu gubtay' }),
        option('broken', {
          sv: 'Trasiga rutor eller hjul',
          en: 'Broken windows or wheels',
          ar: 'نوافذ أو عجلات مكسورة',
          so: 'Daaqado ama shaagag jaban',
        }),
        option('no-plates', { sv: 'Inga skyltar', en: 'No number plates', ar: 'بلا لوحات', so: 'Taargo ma laha' }),
        option('leaking', {
          sv: 'Det läcker olja eller bränsle',
          en: 'It leaks oil or fuel',
          ar: 'يتسرّب منها زيت أو وقود',
          so: 'Saliid ama shidaal ayaa ka daadanaya',
        }),
        option('whole', {
          sv: 'Helt, men verkar övergivet',
          en: 'Whole, but seems abandoned',
          ar: 'سليمة لكنها تبدو مهجورة',
          so: 'Wuu dhan yahay, laakiin waa laga tegay',
        }),
      ],
    },
    {
      key: 'weeks',
      kind: 'number',
      label: {
        sv: 'Ungefär hur många veckor har det stått där?',
        en: 'About how many weeks has it stood there?',
        ar: 'منذ كم أسبوع تقريبًا وهي هناك؟',
        so: 'Qiyaastii immisa toddobaad ayuu halkaas taagnaa?',
      },
    },
    {
      key: 'plate',
      kind: 'text',
      label: {
        sv: 'Vad står det på skylten?',
        en: 'What does the number plate say?',
        ar: 'ما المكتوب على اللوحة؟',
        so: 'Maxaa ku qoran taargada?',
      },
      hint: {
        sv: 'Om du såg det. Gå inte tillbaka för att titta.',
        en: 'If you saw it. Do not go back to look.',
        ar: 'إن كنت قد رأيته. لا تعد إلى المكان لتنظر.',
        so: 'Haddii aad aragtay. Dib ha ugu noqon si aad u eegto.',
      },
    },
  ],
}
