/** Which organisations get to see a submission of the example; a company gets the text that is written for it. */
export const routings: { submission: string; organisation: string; rewrittenBody?: string }[] = [
  {
    submission: 'notice-board-gardsten',
    organisation: 'gardstensbostader',
    rewrittenBody:
      'Förslag: en anslagstavla vid busshållplatsen i Gårdsten med veckans händelser på flera språk. Kan ni låna ut plats på er mark?',
  },
  {
    submission: 'bus-lane-salviagatan',
    organisation: 'gardstensbostader',
    rewrittenBody:
      'Parkerade bilar hindrar bussen i svängen vid Salviagatan. Finns det platser på er parkering som ni kan hänvisa till?',
  },
  {
    submission: 'drugs-stairwells-rymdtorget',
    organisation: 'familjebostader',
    rewrittenBody:
      'Påsar och kanyler hittas ofta i källargången vid Rymdtorget. Kan ni städa oftare och se över låsen?',
  },
  { submission: 'worried-mothers-hjallbo', organisation: 'polisen' },
  { submission: 'worried-mothers-hjallbo', organisation: 'faltenheten' },
  { submission: 'children-out-late-lovgardet', organisation: 'faltenheten' },
  { submission: 'school-road-gunnilse', organisation: 'goteborg' },
  { submission: 'fires-in-woods-nymanegatan', organisation: 'raddningstjansten' },
]
