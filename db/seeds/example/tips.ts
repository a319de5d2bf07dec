import type { ExampleTip } from '../types.ts'

/** Made-up tips, sealed as any other; only those who hold tips ever see them. */
export const tips: ExampleTip[] = [
  {
    category: 'drugs',
    place: 'rymdtorget',
    placeNote: 'Vid cykelstället bakom butikerna',
    language: 'sv',
    body: 'Varje fredag runt sju kommer en grå kombi och ställer sig bakom butikerna vid Rymdtorget. Yngre killar går fram en och en och får något genom rutan. Det tar ett par minuter, sedan åker bilen mot leden.',
    daysAgo: 0,
  },
  {
    category: 'youths-at-risk',
    areaCode: '601',
    placeNote: '',
    language: 'ar',
    body: 'هناك شاب أكبر سنًا يعطي أولادًا في الثانية عشرة والثالثة عشرة ملابس جديدة وهواتف، ثم يطلب منهم أن يخفوا أكياسًا في قبو البناية. أخاف أن يكون ابن جارتي واحدًا منهم.',
    daysAgo: 1,
  },
  {
    category: 'vandalism',
    areaCode: '606',
    placeNote: 'Garaget under torget',
    language: 'so',
    body: 'Habeenkii Sabtida waxaan arkay laba qof oo baabuur gubaya garaashka hoostiisa. Mid ka mid ah koofiyad cas ayuu xirnaa, waxayna ku carareen moto.',
    daysAgo: 4,
  },
]
