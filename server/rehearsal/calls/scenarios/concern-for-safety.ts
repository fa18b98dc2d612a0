// Concern for somebody's safety: mostly older people and people on their own, and a few children at bus stations.
import { man, somebody, stranger, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const ADULT = ['vulnerable-adult'] as const;

export const CONCERN_FOR_SAFETY: readonly Scenario[] = [
  { urgency: 'now', text: 'Woman of about {age} in a nightdress at the edge of the bypass; cars are stopping.', who: [{ ...woman(65, 88), named: false }], flags: ADULT, setting: 'outside', overheard: true },
  { urgency: 'now', because: 'hurt', text: 'Shouts for help from behind the door, and water running out under it.', who: [stranger(60, 90)], flags: ADULT, overheard: true },
  { urgency: 'tonight', because: 'alone', text: '{B} has not heard from her mother since {day}; {A} lives alone and misses tablets when low.', who: [woman(74, 92), woman(44, 64, 'daughter')], flags: ADULT, activity: 'welfare-check' },
  { urgency: 'tonight', because: 'worse', text: 'Asleep on a bench in wet clothes; says that he is locked out of the hostel until [six|seven].', who: [man(20, 60)], flags: ADULT, setting: 'outside', activity: 'welfare-check', overheard: true },
  { urgency: 'tonight', because: 'alone', text: '[Boy|Girl] of about {age} at the bus station; the last bus has gone and nobody has come.', who: [stranger(9, 14)], flags: ['vulnerable-child'], setting: 'outside', activity: 'welfare-check', overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Found on the kitchen floor by the meals driver; up again, bruised, will not have an ambulance.', who: [somebody(72, 93)], flags: ADULT, activity: 'welfare-check', byDay: true },
  { urgency: 'tonight', because: 'crime', text: 'Two men have moved into his flat and taken the keys; he whispers on the phone.', who: [man(24, 66)], flags: ADULT, activity: 'public-protection' },
  { urgency: 'tonight', because: 'worse', text: '{B} is exhausted and says that she will leave the house tonight; her husband cannot be left.', who: [man(68, 88), woman(66, 84, 'carer')], flags: ADULT, activity: 'rapid-intervention' },
  { urgency: 'planned', text: '[Milk on the step|Papers in the letterbox] since {day}; curtains drawn. Next door has a key and does not like to use it.', who: [somebody(66, 92)], flags: ADULT, activity: 'welfare-check', overheard: true },
  { urgency: 'planned', text: 'Lives in one room with the oven door open for heat; the pharmacist noticed burns on {his} sleeve.', who: [somebody(64, 90)], flags: ADULT, byDay: true },
  { urgency: 'planned', text: 'Goes home tomorrow to a house without a bed downstairs; {B} is not answering.', who: [somebody(70, 92), woman(42, 66, 'daughter')], flags: ADULT, setting: 'hospital', activity: 'hospital-liaison', doors: ['hospital', 'cmu', 'edt', 'adult-intake'], byDay: true },
  { urgency: 'planned', text: 'Gives {his} money to friends on the day it comes; {B} asks for a visit.', who: [somebody(19, 32), man(46, 66, 'father')], flags: ADULT },
  { urgency: 'planned', text: 'Staff ask for somebody to come by: residents of sixteen drinking with older men, {n} nights of the last week.', who: [stranger(16, 17)], flags: ['vulnerable-child'], setting: 'hostel', activity: 'vulnerable-location', doors: ['partner', 'cmu', 'edt', 'cart'] },
  { urgency: 'planned', text: 'The agreed visit to the home: two new residents, a fight on {day}.', who: [somebody(13, 17)], flags: ['vulnerable-child'], setting: 'childrens-home', activity: 'vulnerable-location', doors: ['childrens-home', 'cmu', 'edt'], byDay: true },
  { urgency: 'planned', text: 'Walks the lane in dark clothes every evening; drivers have complained [twice|three times].', who: [somebody(62, 84)], flags: ADULT, activity: 'welfare-check', byDay: true },
  { urgency: 'planned', text: 'Paid {n} hundred pounds for slates that were never fixed; frightened that the man will be back.', who: [somebody(68, 90)], flags: ADULT, activity: 'welfare-check' },
  { urgency: 'advice', text: 'Asks who mends the lifeline alarm; tested, it works but bleeps.', who: [somebody(66, 92)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: '{B}, abroad, could not get through since {day}; the neighbour saw {A} in the garden this morning.', who: [woman(64, 86), woman(30, 56, 'niece')], activity: 'bridging' },
  { urgency: 'advice', text: 'Wants the meals service to know about a week away.', who: [somebody(68, 90)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Asked for a check on a colleague, who has since walked in. Nothing further wanted.', who: [stranger(22, 62)], activity: 'bridging' },
  { urgency: 'advice', text: 'Smoke alarm bleeping next door for days; the occupier says that the battery is ordered.', who: [stranger(30, 80)], activity: 'bridging' },
  { urgency: 'advice', text: 'Reports a rough sleeper by the canal; outreach know {him} and saw {him} at {clock}.', who: [stranger(24, 60)], setting: 'outside', activity: 'bridging' },
  { urgency: 'advice', text: 'Asks how to become somebody’s appointee.', who: [somebody(36, 70)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Wants the grit bin filled so that the carers can park.', who: [somebody(60, 88)], activity: 'bridging', byDay: true },
];
