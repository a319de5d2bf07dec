import type { Translated } from '../types.ts'

/** Answers are signed with a function, never with a name. */
export const municipalPolice: Translated = {
  sv: 'Kommunpolis, Polisen',
  en: 'Municipal police officer, the Police',
  ar: 'شرطة البلدية (Kommunpolis)',
  so: 'Booliska degmada (Kommunpolis)',
}

export const communityPolice: Translated = {
  sv: 'Områdespolis, Polisen',
  en: 'Community police officer, the Police',
  ar: 'شرطة الحي (Områdespolis)',
  so: 'Booliska xaafadda (Områdespolis)',
}

export const safetyCoordinator: Translated = {
  sv: 'Trygghetssamordnare, Göteborgs Stad',
  en: 'Safety coordinator, City of Göteborg',
  ar: 'تنسيق شؤون الأمان، بلدية يوتوبوري (Göteborg)',
  so: 'Isku-duwaha amniga, Magaalada Göteborg',
}

export const meetingPlaceLead: Translated = {
  sv: 'Verksamhetsansvarig för mötesplatserna, Göteborgs Stad',
  en: 'Head of the meeting places, City of Göteborg',
  ar: 'إدارة أماكن اللقاء، بلدية يوتوبوري (Göteborg)',
  so: 'Masuulka goobaha kulanka, Magaalada Göteborg',
}

export const outreachWorker: Translated = {
  sv: 'Fältsekreterare, Göteborgs Stad',
  en: 'Youth outreach worker, City of Göteborg',
  ar: 'العمل الميداني مع الشباب، بلدية يوتوبوري (Göteborg)',
  so: 'Shaqaalaha Fältenheten, Magaalada Göteborg',
}
