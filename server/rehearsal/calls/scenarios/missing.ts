// Somebody is missing, or back: mostly children of 12 to 17, many from children's homes, many not for the first time.
import { man, somebody, woman } from '../cast.ts';
import type { Scenario } from '../scenario.ts';

const CHILD = ['vulnerable-child'] as const;
const HOME = { setting: 'childrens-home', doors: ['childrens-home', 'cmu', 'edt'] } as const;

export const MISSING: readonly Scenario[] = [
  { urgency: 'now', missing: 'high', because: 'gone', text: 'Not home from [school|a friend’s] and not seen since {clock}; {his} [insulin|inhaler] is on the kitchen table and {his} phone is off.', who: [somebody(11, 15)], flags: CHILD, activity: 'welfare-check' },
  { urgency: 'now', missing: 'high', because: 'gone', text: 'Left a note under {his} pillow and went out by the window {ago}. {His} mother is out looking with a torch.', who: [somebody(12, 16), woman(34, 48, 'mother')], flags: ['vulnerable-child', 'mental-health'], activity: 'welfare-check' },
  { urgency: 'now', missing: 'high', because: 'gone', text: 'Walked out of the [ward|unit] {ago} in slippers; confused at night and not dressed for the weather.', who: [somebody(70, 88)], flags: ['vulnerable-adult'], activity: 'welfare-check', setting: 'hospital', doors: ['hospital', 'cmu', 'edt'] },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: 'Did not come back after [tea|youth club|a walk to the shop]; last seen with an older friend. {Nth} time this [week|fortnight].', who: [somebody(13, 17)], flags: CHILD, activity: 'welfare-check', ...HOME },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: 'Got into a [grey|white|dark] car outside the home {ago}; staff have part of the number. {A} is not answering.', who: [somebody(13, 16)], flags: CHILD, activity: 'public-protection', ...HOME },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: 'Told friends {he} would not be going home tonight after a row about [a phone|school|{his} stepfather]. No money, no coat.', who: [somebody(12, 16)], flags: CHILD, activity: 'welfare-check' },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: '{A} was due back from contact with {his} father at {clock}; neither answers the phone.', who: [somebody(5, 12), woman(25, 40, 'mother')], flags: CHILD, activity: 'welfare-check' },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: 'Carer came in and found the front door open; {he} walks to where {he} used to work when unsettled.', who: [somebody(74, 90)], flags: ['vulnerable-adult'], activity: 'welfare-check' },
  { urgency: 'tonight', missing: 'medium', because: 'gone', text: 'Not back by ten as agreed and has taken {his} charger and a bag. Staff think [the station|a flat in town].', who: [somebody(14, 17)], flags: CHILD, activity: 'welfare-check', ...HOME },
  { urgency: 'planned', missing: 'low', because: 'gone', text: 'Past {his} time again; says on the phone that {he} is at a friend’s and will get the last bus.', who: [somebody(14, 17)], flags: CHILD, activity: 'welfare-check', ...HOME },
  { urgency: 'planned', missing: 'no-apparent', because: 'gone', text: 'Stayed out after a party; texts {his} mother that {he} is fine but will not say where.', who: [somebody(15, 17), woman(36, 50, 'mother')], flags: CHILD, activity: 'welfare-check' },
  { urgency: 'planned', missing: 'low', text: '{A} is back, at {clock}, by taxi after a night away. Return interview to be offered.', who: [somebody(13, 17)], flags: CHILD, activity: 'return-interview', ...HOME },
  { urgency: 'planned', missing: 'low', text: 'Returned; had been missing since {day} and was found at {his} grandmother’s. Wants to talk to somebody who is not from the home.', who: [somebody(12, 16)], flags: CHILD, activity: 'return-interview', ...HOME },
  { urgency: 'planned', missing: 'low', text: 'Came back by {himself} after {n} hours; will not say where {he} was. Has a phone that nobody bought {him}.', who: [somebody(12, 17)], flags: CHILD, activity: 'return-interview' },
  { urgency: 'planned', missing: 'no-apparent', because: 'gone', text: 'Left supported lodgings on {day} with a bag; told the landlady where {he} was going, not when {he} would be back.', who: [somebody(16, 17)], flags: CHILD, activity: 'welfare-check' },
  { urgency: 'planned', missing: 'low', because: 'gone', text: 'Has not been in touch since {day}, which is not unusual when he works away; his mother would like somebody to look in.', who: [man(28, 48), woman(58, 74, 'mother')], activity: 'welfare-check' },
];
