// Names that many people in Sweden bear (that they do is a fact of the population's statistics; the choice is ours), in
// lower case. They are found wherever they stand, also at the beginning of a sentence.

const listed = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Found in small letters too. */
export const commonNames = listed(
  [
    'anna maria eva karin kristina elisabeth sara emma linnea julia johanna lena marie kerstin ingrid malin jenny hanna',
    'amanda sofia elin ebba alice maja vera wilma saga alva freja signe astrid lars anders johan erik karl mikael fredrik',
    'andreas daniel mattias magnus henrik emil oscar oskar viktor simon jonas niklas robin marcus markus jesper tobias',
    'linus lukas lucas elias hugo liam noah oliver william adam kalle pelle lisa kajsa olle nisse lasse kjell göran gunnar',
    'mohammed mohamed muhammad mohammad ahmed ahmad ali omar hassan hussein ibrahim yusuf youssef mustafa abdi abdullahi',
    'abdullah abdirahman mahmoud khaled osman ismail fatima amina aisha maryam zahra leila layla khadija hodan sahra faduma',
    'axmed maxamed xasan xuseen cali cabdi cabdullahi faadumo caasha xaliimo warsame jama farah hawa nimo ifrah',
    'svetlana aleksandar jelena goran zoran milan mirza amir emir amela merima jasmina senad samir nermin edin hamza',
    'reza hossein mehdi parisa shirin soran rojin dilan azad mehmet ayşe fatma emre zeynep agnieszka katarzyna piotr tomasz',
    'johansson andersson karlsson nilsson eriksson larsson olsson persson svensson gustafsson gustavsson pettersson petersson',
    'jonsson jansson hansson bengtsson jönsson carlsson petersen lindström lindqvist lindgren axelsson bergström lundberg',
    'lundgren lundqvist jakobsson jacobsson fredriksson sandberg henriksson forsberg sjöberg wallin engström danielsson',
    'håkansson lundin bergqvist eklund nyström holmberg arvidsson söderberg isaksson gunnarsson samuelsson fransson',
    'hosseini hussain rahimi ahmadi karimi haidari yilmaz hodzic kovac nguyen',
  ].join(' '),
)

/** That are also words, and therefore found with a capital only. */
export const namesThatAreWords = listed(
  'björn sten stig dag liv bo kim per jan berg ström lind holm alm ek ros rosa sol lilja nora ella tore ulf siv ture abel felix max leo love tim bob mark rose grace victoria axel ayaan',
)

/** In Arabic letters; those that are also words are left to the words before them. */
export const arabicNames = listed(
  'محمد أحمد احمد محمود مصطفى إبراهيم ابراهيم يوسف عبدالله عبدالرحمن حسين خالد عمر فاطمة خديجة عائشة مريم زينب ليلى إسماعيل',
)
