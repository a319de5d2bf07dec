/**
 * Words that people here reach for when a password is wanted: Swedish everyday words, names, clubs, the districts, and
 * what the portal is about. In small letters without marks (å, ä, ö as a, a, o), as passwords are compared.
 */
export const ownWords: readonly string[] = `
losenord losenordet losen hemligt hemlig hemligheten kodord koden valkommen valkomna inloggning loggain administrator
admin forvaltare anvandare konto testar testa tester prova provdrift exempel andra byta bytmig nyttlosenord
sommar sommaren vinter vintern host hosten var varen jul julafton julen pask midsommar semester ledig fredag lordag
sondag mandag tisdag onsdag torsdag januari februari mars april maj juni juli augusti september oktober november december
hejsan hejhej hejpadig hallojsan godmorgon godnatt tjena tjohej tackochhej kaffe kaffepaus fikapaus fika kanelbulle
kottbullar pannkaka glass godis choklad smultron blabar jordgubbe lingon hallon potatis banan morot
alskling alskar alskardig jagalskardig gumman gubben raring sotnos hjartat mamma pappa mormor farmor morfar farfar
syster broder familjen barnen katten hunden kisse valpen kaninen hasten fisken fagel bjorn algen ekorre
sverige svensk svenska svenskar stockholm goteborg goteborgare goteborgs malmo uppsala linkoping orebro vasteras
helsingborg jonkoping norrkoping lund umea gavle boras halmstad vaxjo karlstad sundsvall trollhattan ostersund kungsbacka
kungalv molndal partille lerum alingsas hisingen majorna haga linne johanneberg lindholmen avenyn liseberg ullevi
gamlaullevi nordstan feskekorka skansen alvsborg alvsborgsbron gotaalv skargarden vinga styrso donso branno
ifkgoteborg blavitt ifk gais hacken bkhacken frolunda frolundaindians vastrafrolunda orgryte ois djurgarden hammarby
aik malmoff mff elfsborg ishockey fotboll handboll innebandy zlatan
nordost nordostsvarar nordostgoteborg angered angereds angeredscentrum gardsten gardstens hammarkullen hjallbo lovgardet
rannebergen eriksbo agnesberg gunnared bergsjon bergsjo bergum gunnilse olofstorp linnarhult kortedala gamlestaden
gamlestadstorget savenas utby bellevue kviberg rymdtorget komettorget galaxen aprilgatan spannmalsgatan siriusgatan
bergsjodalen larjedalen larjean storas steken vattenledningen kannebacken tuve biskopsgarden
polis polisen polismyndigheten omradespolis kommunpolis polisman poliskontor ordningsvakt vakten brott brottsling
trygghet trygghetsportalen trygg tryggare trygghetssamordnare samordnare medborgarlofte medborgarloftet lofte loftet
medborgardialog dialog dialogen portal portalen oro ide tips tipset anmalan arende arenden svar svarar roster
goteborgsstad stadsdel stadsdelen kommun kommunen forvaltning socialforvaltning myndighet registrator handlaggare
anders andersson anna annika barbro bengt bertil birgitta britt carina carl carlsson cecilia charlotte christer
christina daniel david elin elisabeth emil emma erik eriksson eva fatima filip fredrik gunilla gunnar gustafsson gustav
hakan hanna hans hassan helena henrik ibrahim ida ingrid jan jansson jenny jessica johan johanna johansson jonas josefin
julia karin karl karlsson katarina kerstin khadija kjell klara kristina lars larsson leif lena lennart linda lindberg
linnea lisa lovisa magnus maja malin margareta maria marie markus martin mats mattias mehmet mikael mohamed mohammed
monica nils nilsson oliver olle olof olsson omar oscar oskar patrik per persson peter pettersson pia rasmus rickard
robert roger sara simon sofia sofie stefan sven svensson therese thomas tobias tomas ulf ulla viktor vilhelm wilma yusuf
volvo saab ikea ericsson postnord telia vasttrafik chalmers handels systembolaget kronor pengar bankid mobilen telefon
datorn skrivare internet fonster tangentbord kontoret jobbet arbete skolan larare elev student lunch matsalen
blomma blommor solros solsken solen manen stjarna stjarnor himmel regnbage havet stranden skogen sjon bat batar cykel
bilen motorcykel resan flyget tag sparvagn buss hus hemma hemmet lagenhet dorren nyckel nycklar lampan bordet soffan
svart vitt rod blagul gron gul lila rosa orange turkos stark starkare snabb snabbt lycka lycklig glad gladje karlek
frihet fred hopp tro drakar draken riddare prins prinsessa kungen drottning trollkarl superman batman stalmannen
fotbollslag hockeylag musik dansa sjunga gitarr piano abba roxette veronica beyonce eurovision melodifestivalen
allsang idol snobol snogubbe skidor skridsko slalom langd bastun basta simma fiska jaga vandra campa talt husvagn
stuga sommarstuga torpet lantstalle kolonilott tradgard grasmatta odla tomat gurka sallad
letmein welcome changeme default master secret monkey dragon football baseball sunshine princess shadow superuser
qwerty asdfgh zxcvbn iloveyou trustno whatever starwars pokemon minecraft fortnite roblox liverpool arsenal chelsea
barcelona realmadrid manchester united juventus galatasaray fenerbahce besiktas
`
  .trim()
  .split(/\s+/)
