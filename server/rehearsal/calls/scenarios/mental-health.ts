// Mental health: crises, slow declines, and people who only want to know whom to ring.
import { man, somebody, stranger, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const MENTAL = ['mental-health'] as const;

export const MENTAL_HEALTH: readonly Scenario[] = [
  { urgency: 'now', text: '[Man|Woman] on the wrong side of the railings of a footbridge, talking quietly to nobody.', who: [stranger(20, 60)], flags: MENTAL, setting: 'outside', doors: ['cmu', 'public', 'edt'], overheard: true },
  { urgency: 'now', because: 'hurt', text: 'Says {he} took all of {his} tablets {ago}; alone in the flat, speech getting slower.', who: [somebody(19, 58)], flags: MENTAL },
  { urgency: 'tonight', because: 'worse', text: 'Sent {his} tutor messages about not wanting to be here; phone now off, last seen {ago}.', who: [somebody(15, 17)], flags: ['vulnerable-child', 'mental-health'], activity: 'welfare-check' },
  { urgency: 'tonight', because: 'alone', text: 'Has not eaten since {day} because the water is poisoned; lives alone, will talk through the letterbox.', who: [somebody(30, 78)], flags: MENTAL, activity: 'welfare-check' },
  { urgency: 'tonight', because: 'worse', text: 'Crisis line passes on: {A} cannot promise to be safe after midnight.', who: [somebody(19, 55)], flags: MENTAL, activity: 'rapid-intervention' },
  { urgency: 'tonight', because: 'crime', text: 'Shaking a stick at people who pass, says that they are following {him}; known to the home treatment team.', who: [somebody(22, 60)], flags: MENTAL, setting: 'outside', activity: 'welfare-check', overheard: true },
  { urgency: 'tonight', because: 'hurt', text: 'Has cut {his} arm; the bleeding has stopped, a flatmate is with {him} and frightened.', who: [somebody(18, 34)], flags: MENTAL, activity: 'rapid-intervention' },
  { urgency: 'tonight', because: 'worse', text: 'Two doctors have signed; AMHP and constable asked for before the bed is given to somebody else.', who: [somebody(20, 70)], flags: MENTAL, activity: 'mental-health-assessment', doors: ['hospital', 'edt', 'adult-intake', 'cmu'] },
  { urgency: 'tonight', because: 'alone', text: 'Mother of a baby of {n} weeks hears a voice telling her to hide {B}; her husband has to leave for work.', who: [woman(20, 38), somebody(0, 0, 'baby')], flags: ['mental-health', 'vulnerable-child'] },
  { urgency: 'planned', text: 'Discharged on {day}; nobody has come with the tablets and {he} sounds low.', who: [somebody(22, 70)], flags: MENTAL, activity: 'bridging' },
  { urgency: 'planned', text: 'Rings {n} times a night to say that the lights are signals; settles when somebody talks with {him}.', who: [somebody(40, 80)], flags: MENTAL, activity: 'bridging' },
  { urgency: 'planned', text: 'Has stopped coming to college, sleeps by day, writes that nothing is real. Lives with {his} grandmother.', who: [somebody(16, 17), woman(62, 78, 'grandmother')], flags: ['vulnerable-child', 'mental-health'], activity: 'rapid-intervention', byDay: true },
  { urgency: 'planned', text: 'Has barricaded the flat door from inside; talks calmly, says that the neighbours listen.', who: [somebody(30, 68)], flags: MENTAL, activity: 'welfare-check' },
  { urgency: 'planned', text: 'Stopped {his} medicine because of the weight; {his} brother notices the old signs.', who: [somebody(20, 50), man(20, 50, 'brother')], flags: MENTAL },
  { urgency: 'planned', text: 'Not out of {his} room since {day}; leaves {his} food, answers in single words.', who: [somebody(13, 17)], flags: ['vulnerable-child', 'mental-health'] },
  { urgency: 'planned', text: 'What {he} keeps has reached the cooker; the support worker cannot get in any more.', who: [somebody(45, 80)], flags: ['mental-health', 'vulnerable-adult'] },
  { urgency: 'advice', text: 'Asks which number to ring when the panic comes back at night.', who: [somebody(18, 60)], activity: 'bridging', doors: ['self', 'edt', 'cmu', 'partner'] },
  { urgency: 'advice', text: 'Wants to change the day of an appointment with the community team.', who: [somebody(20, 70)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'Low since the funeral in the [spring|summer]; a sister is staying, would like the name of a group.', who: [somebody(35, 78)], activity: 'bridging' },
  { urgency: 'advice', text: 'Student, {age}, asks how to register with a doctor here.', who: [somebody(18, 24)], activity: 'bridging', doors: ['self', 'edt', 'cmu', 'partner'], byDay: true },
  { urgency: 'advice', text: 'Asks what respite there is at weekends; managing well at the moment.', who: [somebody(45, 75)], activity: 'bridging', byDay: true },
  { urgency: 'advice', text: 'The waiting list letter upset {him}; has talked it over at home and wants it noted.', who: [somebody(22, 66)], activity: 'bridging' },
];
