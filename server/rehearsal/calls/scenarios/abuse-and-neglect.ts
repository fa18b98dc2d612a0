// Abuse and neglect of children, from a hungry child at nursery to one who must not spend another hour there.
import { man, somebody, stranger, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const CHILD = ['vulnerable-child'] as const;
const SCHOOL = ['school', 'cart', 'mash', 'cmu', 'edt'] as const;

export const ABUSE_AND_NEGLECT: readonly Scenario[] = [
  { urgency: 'now', text: 'Baby floppy and hard to wake; parents will not let the visitor call an ambulance.', who: [somebody(0, 1), woman(18, 34, 'mother')], flags: CHILD },
  { urgency: 'now', text: 'Child of about {age} out on the roof of the porch; the adults inside cannot be roused.', who: [stranger(4, 7)], flags: CHILD, overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Told {his} [teacher|coach] that {he} was hit with a belt on {day} and does not want to go home; marks seen.', who: [somebody(7, 15)], flags: CHILD, activity: 'public-protection', doors: SCHOOL, byDay: true },
  { urgency: 'tonight', because: 'crime', text: 'Camera next door shows a child pulled by the arm to a shed and shut in.', who: [stranger(4, 9)], flags: CHILD, activity: 'public-protection', overheard: true },
  { urgency: 'tonight', because: 'alone', text: '{n} children under ten on their own since {clock}; the eldest said through the letterbox that their mother is at work.', who: [somebody(7, 9), somebody(2, 6, 'brother or sister'), woman(24, 38, 'mother')], flags: CHILD, activity: 'welfare-check', overheard: true },
  { urgency: 'tonight', because: 'alone', text: 'Both parents far too drunk to stand; a toddler in a buggy without a coat.', who: [stranger(1, 3)], flags: CHILD, setting: 'outside', activity: 'welfare-check', overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Unexplained bruise on a baby who cannot roll yet; ward asks for somebody before {B} takes {him} home.', who: [somebody(0, 0), woman(18, 36, 'mother')], flags: CHILD, setting: 'hospital', activity: 'hospital-liaison', doors: ['hospital', 'cmu', 'edt'] },
  { urgency: 'tonight', because: 'worse', text: 'Mother’s new friend has moved in; he was told by a court to live nowhere near children.', who: [somebody(3, 12), woman(24, 40, 'mother')], flags: CHILD, activity: 'public-protection' },
  { urgency: 'planned', text: 'Same clothes three days running, very hungry, a rash not treated. {Nth} note this term.', who: [somebody(2, 8)], flags: CHILD, doors: SCHOOL, byDay: true },
  { urgency: 'planned', text: 'No electricity since {day}; the children wash at a neighbour’s. Mother avoids the health visitor.', who: [somebody(2, 10), somebody(2, 12, 'brother or sister'), woman(22, 40, 'mother')], flags: CHILD },
  { urgency: 'planned', text: 'Anonymous: smoke through the wall every night and a small child coughing.', who: [stranger(1, 6)], flags: CHILD, doors: ['public', 'cmu', 'edt', 'cart'] },
  { urgency: 'planned', text: 'Dog mess and broken glass in the room where the children sleep, says the meter reader.', who: [stranger(3, 8), stranger(3, 8, 'brother or sister')], flags: CHILD, byDay: true },
  { urgency: 'planned', text: '{A}, {age}, minds {n} younger ones while {his} father works nights; not in class since {day}.', who: [somebody(12, 16), man(33, 50, 'father')], flags: CHILD, activity: 'rapid-intervention', doors: SCHOOL, byDay: true },
  { urgency: 'planned', text: 'Grandfather says that {A}’s bottles are made with too much water because money is short.', who: [somebody(0, 1), woman(18, 30, 'mother')], flags: CHILD },
  { urgency: 'planned', text: 'Bruises on both arms that {he} explains by a fall off a bike {he} does not own.', who: [somebody(6, 13)], flags: CHILD, activity: 'public-protection' },
  { urgency: 'planned', text: '{A}, {age}, says that a [cousin|friend of {his} uncle] sends {him} with parcels to the coast and pays in trainers.', who: [somebody(12, 17)], flags: CHILD, activity: 'public-protection' },
  { urgency: 'advice', text: 'Which form to use for a family that has moved out of the county? Their new school has been told.', who: [somebody(5, 14)], activity: 'bridging', doors: SCHOOL, byDay: true },
  { urgency: 'advice', text: 'Childminder wants to know whether a [small scratch|grazed knee] needs writing down.', who: [somebody(1, 4)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Aunt would like to be told what happens after the referral that she made on {day}.', who: [somebody(2, 14)], activity: 'bridging' },
  { urgency: 'advice', text: 'Complains of children playing out late; seen by the caller, well and dressed.', who: [stranger(7, 12)], activity: 'bridging' },
  { urgency: 'advice', text: 'A photograph of {A} is on another family’s page; parent wants to know how to have it taken down.', who: [somebody(6, 16)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Club leader asks for the dates of the safeguarding course, and whether {A} may help on the day.', who: [somebody(15, 17)], activity: 'bridging', byDay: true },
];
