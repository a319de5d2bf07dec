import type { Organisation } from '../types.ts'

/**
 * Who takes part. Only the two authorities receive submissions by themselves.
 * Police and outreach show their entries by the month, so that nobody can tell where they will be.
 */
export const organisations: Organisation[] = [
  { slug: 'polisen', name: 'Polisen', kind: 'authority', authority: 'polisen', entriesShown: 'monthly' },
  { slug: 'goteborg', name: 'Göteborgs Stad', kind: 'authority', authority: 'goteborg', entriesShown: 'at-once' },
  {
    slug: 'socialforvaltning-nordost',
    name: 'Socialförvaltning Nordost',
    kind: 'municipal',
    authority: 'goteborg',
    entriesShown: 'at-once',
  },
  { slug: 'faltenheten', name: 'Fältenheten', kind: 'municipal', authority: 'goteborg', entriesShown: 'monthly' },
  { slug: 'sspf', name: 'SSPF', kind: 'municipal', authority: 'goteborg', entriesShown: 'at-once' },
  { slug: 'ung-nordost', name: 'Ung Nordost', kind: 'municipal', authority: 'goteborg', entriesShown: 'at-once' },
  { slug: 'motesplatserna', name: 'Mötesplatserna', kind: 'municipal', authority: 'goteborg', entriesShown: 'at-once' },
  {
    slug: 'trygghetssamordningen',
    name: 'Trygghetssamordningen',
    kind: 'municipal',
    authority: 'goteborg',
    entriesShown: 'at-once',
  },
  // A federation of several municipalities, so its people are not staff of the city.
  { slug: 'raddningstjansten', name: 'Räddningstjänsten', kind: 'municipal', authority: null, entriesShown: 'at-once' },
  {
    slug: 'ambulanssjukvarden',
    name: 'Ambulanssjukvården',
    kind: 'region',
    authority: null,
    entriesShown: 'at-once',
  },
  // Companies, also those the city owns, are not part of the city's own authority.
  {
    slug: 'goteborgs-sparvagar',
    name: 'Göteborgs Spårvägar',
    kind: 'company',
    authority: null,
    entriesShown: 'at-once',
  },
  { slug: 'poseidon', name: 'Bostads AB Poseidon', kind: 'company', authority: null, entriesShown: 'at-once' },
  { slug: 'familjebostader', name: 'Familjebostäder', kind: 'company', authority: null, entriesShown: 'at-once' },
  {
    slug: 'bostadsbolaget',
    name: 'Göteborgs stads bostads AB',
    kind: 'company',
    authority: null,
    entriesShown: 'at-once',
  },
  { slug: 'gardstensbostader', name: 'Gårdstensbostäder', kind: 'company', authority: null, entriesShown: 'at-once' },
  { slug: 'victoriahem', name: 'Victoriahem', kind: 'company', authority: null, entriesShown: 'at-once' },
]
