// Family dysfunction and acute stress: nobody is cruel, and something will give.
import { man, somebody, stranger, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const CHILD = ['vulnerable-child'] as const;

export const FAMILY_STRESS: readonly Scenario[] = [
  { urgency: 'now', text: 'Says that she will drive off with the children and not stop; engine running, keys in her hand.', who: [woman(24, 44), somebody(2, 9, 'child')], flags: ['vulnerable-child', 'mental-health'] },
  { urgency: 'tonight', because: 'alone', text: 'Locked out by his father after a fight over a [game|phone]; it is getting cold and nobody will have him.', who: [man(12, 16), man(36, 52, 'father')], flags: CHILD, activity: 'rapid-intervention', overheard: true },
  { urgency: 'tonight', because: 'worse', text: 'Foster carers say that the placement cannot last the night; {A} has broken the landing window.', who: [somebody(9, 15)], flags: CHILD, activity: 'rapid-intervention', overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Brothers fighting, one has a cut lip; their grandmother cannot part them.', who: [man(12, 16), man(13, 17, 'brother'), woman(66, 80, 'grandmother')], flags: CHILD, activity: 'rapid-intervention', overheard: true },
  { urgency: 'planned', text: 'Has not slept for {n} nights; twins of seven months, their father away at sea.', who: [woman(22, 38), somebody(0, 0, 'baby'), somebody(0, 0, 'baby')], flags: CHILD, activity: 'rapid-intervention' },
  { urgency: 'planned', text: '{A}, {age}, and {his} stepfather have not spoken since {day}; asks for somebody to sit down with both.', who: [somebody(12, 17), man(34, 52, 'stepfather')], flags: CHILD, activity: 'rapid-intervention' },
  { urgency: 'planned', text: 'Parents separating; each rings to say that the other must not have {A} on {day}.', who: [somebody(3, 11), woman(25, 42, 'mother'), man(25, 45, 'father')], flags: CHILD, activity: 'bridging' },
  { urgency: 'planned', text: 'Adopted, {age}, hits out at bedtime; {his} parents ask for anybody who can come of an evening.', who: [somebody(7, 13)], flags: CHILD, activity: 'rapid-intervention' },
  { urgency: 'planned', text: 'Evicted on {day}; the family sleeps at a cousin’s and the children cross town to school.', who: [somebody(5, 14), woman(26, 44, 'mother')], flags: CHILD, activity: 'bridging' },
  { urgency: 'planned', text: '{A} looks after {his} mother, who has MS; the evening carer has not come for {n} days.', who: [somebody(11, 17), woman(36, 54, 'mother')], flags: ['vulnerable-child', 'vulnerable-adult'] },
  { urgency: 'planned', text: 'Session agreed for this week: keeping to the bedtime plan with {A} and {B}.', who: [somebody(4, 12), woman(24, 44, 'mother')], flags: CHILD, activity: 'intensive-session', doors: ['cart', 'edt', 'cmu'], byDay: true },
  { urgency: 'advice', text: 'Asks how to get {A} a place at the youth club again.', who: [somebody(9, 15)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Wants the number of a mediator; civil with [his former wife|her former husband] but stuck about the holidays.', who: [somebody(28, 50)], activity: 'bridging', doors: ['self', 'edt', 'cmu', 'public'], byDay: true },
  { urgency: 'advice', text: 'Worn out by a baby with colic; a friend is with her tonight. When does the hub open?', who: [woman(19, 38), somebody(0, 0, 'baby')], activity: 'bridging' },
  { urgency: 'advice', text: 'Asks whether a [boy|girl] of {age} may be left alone for an hour.', who: [stranger(9, 13)], activity: 'bridging' },
  { urgency: 'advice', text: 'Would like a parenting course in the evening, after a calm talk with the teacher.', who: [man(24, 46)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Rings to say thank you for {day}, and to ask for the leaflet again.', who: [somebody(24, 60)], activity: 'bridging', doors: ['self', 'edt', 'cmu'], byDay: true },
];
