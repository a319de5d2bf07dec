import type { Template } from '../types.ts'

/** What those who answer have written beforehand, each authority in its own tone. */
export const templates: Template[] = [
  {
    authority: 'polisen',
    use: 'answer',
    name: 'Fordon på gångvägar',
    category: 'traffic',
    body: {
      sv: 'Tack för att du berättar om trafiken i {area}. Vi har tagit med det i vår planering och åker dit när vi är i området. Ser du en farlig körning just när den händer, ring 112. Är det inte bråttom, ring 114 14.\n\n{function}',
      en: 'Thank you for telling us about the traffic in {area}. We have put it into our planning and go there when we are in the area. If you see dangerous driving as it happens, call 112. If it is not urgent, call 114 14.\n\n{function}',
    },
  },
  {
    authority: 'polisen',
    use: 'answer',
    name: 'Vi patrullerar mer',
    body: {
      sv: 'Vi har läst det du skrev om {area} och pratat om det i gruppen. Områdespolisen går där oftare de närmaste veckorna. Vi säger inte i förväg när. Händer det något nu, ring 112.\n\n{function}',
      en: 'We have read what you wrote about {area} and talked about it in the team. Community police officers will walk there more often in the coming weeks. We do not say in advance when. If something is happening now, call 112.\n\n{function}',
    },
  },
  {
    authority: 'polisen',
    use: 'reply',
    name: 'När hände det?',
    body: {
      sv: 'Hej! Vi behöver veta lite mer om ditt ärende {ref}. Vilka dagar och tider brukar det hända? Skriv inte namn på någon här. Har du sett ett brott, ring 114 14 eller kom till en polisstation.\n\n{function}',
      en: 'Hello! We need to know a little more about your case {ref}. On which days and at what times does it usually happen? Please name nobody here. If you have seen a crime, call 114 14 or come to a police station.\n\n{function}',
    },
  },
  {
    authority: 'goteborg',
    use: 'answer',
    name: 'Lampan är beställd',
    category: 'lighting',
    body: {
      sv: 'Tack! Felet på belysningen i {area} är anmält till den som sköter lamporna. Skriv till oss här om den fortfarande är trasig om två veckor.\n\n{function}',
      en: 'Thank you! The broken light in {area} has been reported to those who look after the lamps. Write to us here if it is still broken in two weeks.\n\n{function}',
    },
  },
  {
    authority: 'goteborg',
    use: 'reply',
    name: 'Var är det?',
    body: {
      sv: 'Hej! Vi vill gärna hitta rätt plats. Kan du beskriva den lite närmare, till exempel vilken port eller hållplats den ligger vid?\n\n{function}',
      en: 'Hello! We want to find the right place. Can you describe it a little more, for example which entrance or stop it is near?\n\n{function}',
    },
  },
]
