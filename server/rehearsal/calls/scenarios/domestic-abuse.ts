// Domestic abuse: what is heard through a wall, whispered on a telephone, or told to a nurse.
import { man, somebody, stranger, unborn, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const CHILD = ['vulnerable-child'] as const;
const ADULT = ['vulnerable-adult'] as const;

export const DOMESTIC_ABUSE: readonly Scenario[] = [
  { urgency: 'now', text: 'Caller whispering that he is outside the door with [a hammer|a bat]; line then left open.', who: [woman(20, 52)], flags: ADULT, doors: ['cmu', 'edt', 'self'] },
  { urgency: 'now', because: 'crime', text: 'A woman shouting to be let out and a child screaming; it is going on now.', who: [{ ...woman(20, 50), named: false }, stranger(3, 9, 'child of the house')], flags: CHILD, overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Partner has hit her and left on foot {ago}; cut over the eye, [a child|two children] upstairs.', who: [woman(19, 45), somebody(2, 11, 'child')], flags: CHILD, activity: 'rapid-intervention', overheard: true },
  { urgency: 'tonight', because: 'crime', text: 'Former partner is at the back gate [again|for the second time tonight]; there is a non-molestation order.', who: [woman(22, 55)], flags: ADULT, activity: 'welfare-check', doors: ['cmu', 'edt', 'public', 'self'], overheard: true },
  { urgency: 'tonight', because: 'alone', text: 'Locked in the bathroom with the baby until he falls asleep; says he always comes back for the phone.', who: [woman(18, 34), somebody(0, 1, 'baby')], flags: CHILD, activity: 'welfare-check', doors: ['cmu', 'edt', 'self'] },
  { urgency: 'tonight', because: 'worse', text: 'Furniture being broken; {B} has been told that she will pay for this tonight.', who: [somebody(4, 12), woman(24, 42, 'mother')], flags: CHILD, activity: 'rapid-intervention', overheard: true },
  { urgency: 'tonight', because: 'worse', text: 'Says her son has been drinking since [noon|this morning] and turns on her when the money is gone.', who: [woman(60, 84), man(30, 52, 'son')], flags: ADULT, activity: 'public-protection' },
  { urgency: 'tonight', because: 'hurt', text: '{A}, {age}, rang from a shop: pushed on the stairs {ago}. Pregnant.', who: [woman(18, 36), unborn], flags: CHILD, activity: 'hospital-liaison', doors: ['cmu', 'edt', 'hospital', 'self'] },
  { urgency: 'planned', text: 'Came home to changed locks and her things in bags; staying with a sister, wants the children’s medicines.', who: [woman(22, 46), somebody(1, 12, 'child')], flags: CHILD, activity: 'rapid-intervention' },
  { urgency: 'planned', text: 'Told [a nurse|the health visitor|the dentist] that her partner checks her phone and keeps her bank card. Safe to ring before [noon|three] only.', who: [woman(20, 60)], flags: ADULT, activity: 'bridging', doors: ['hospital', 'partner', 'mash', 'edt', 'cmu', 'adult-intake'] },
  { urgency: 'planned', text: 'School notes that the children flinch when their stepfather collects them; mother says there was an argument on {day}.', who: [somebody(5, 10), woman(26, 42, 'mother'), man(26, 48, 'stepfather')], flags: CHILD, doors: ['school', 'cart', 'mash', 'cmu', 'edt'], byDay: true },
  { urgency: 'planned', text: 'Partner released from custody at {clock}; she wants to know how the children can be kept safe at the weekend.', who: [woman(22, 44), somebody(1, 14, 'child')], flags: CHILD, activity: 'public-protection', doors: ['cmu', 'edt', 'mash', 'self'] },
  { urgency: 'planned', text: 'Grandmother reports shouting every [Friday|pay day]; the children come to her house in their pyjamas.', who: [somebody(3, 12), somebody(3, 12, 'brother or sister')], flags: CHILD, doors: ['cmu', 'edt', 'public', 'cart'] },
  { urgency: 'planned', text: 'Moved here on {day}; her older boy will not come out of the room and the worker asks for a visit.', who: [woman(24, 42), man(9, 15, 'son')], flags: CHILD, setting: 'refuge', activity: 'rapid-intervention', doors: ['partner', 'cmu', 'edt', 'mash'] },
  { urgency: 'planned', text: 'Says his wife throws things and he sleeps in the car; he has not told anybody before.', who: [man(28, 66)], flags: ADULT, activity: 'bridging', doors: ['self', 'cmu', 'edt', 'adult-intake', 'partner'] },
  { urgency: 'advice', text: 'Asks what an injunction costs and who could help her to apply.', who: [woman(20, 55)], activity: 'bridging', doors: ['self', 'cmu', 'edt', 'adult-intake'] },
  { urgency: 'advice', text: 'Left him in the [spring|autumn]; asks for the number of the support group that she has lost.', who: [woman(20, 62)], activity: 'bridging', doors: ['self', 'cmu', 'edt', 'adult-intake'] },
  { urgency: 'advice', text: 'Worried about a colleague’s bruises and wants to know how to begin to ask her.', who: [{ ...woman(22, 60), named: false }], activity: 'bridging' },
  { urgency: 'advice', text: 'Asks whether the police may tell {him} about a new partner’s past.', who: [somebody(19, 48)], activity: 'bridging', doors: ['self', 'cmu', 'edt', 'mash'] },
  { urgency: 'advice', text: 'Wants it written down that [flowers|{n} letters] came to her work; not afraid tonight, brother with her.', who: [woman(21, 58)], activity: 'bridging' },
];
