// A believable Friday: incidents in every state, spread over the twelve districts. Every person in it is invented.
import type { Instant } from '../../shared/domain/instant.ts';
import { story, type Call } from './story.ts';
import type { Step } from './hands.ts';

const HOUR = 60;

export function friday(start: Instant, teams: ReadonlyMap<string, string>): Step[] {
  const call = (one: Call) => story(start, teams, one);
  return [
    call({ reported: 9, door: 'cmu', agency: 'Police contact management', caller: 'Operator', summary: 'Two children seen at an upstairs window calling for their mother; no adult has answered the door since school.',
      where: 'Stoneyholme, Burnley', at: [53.7967, -2.2519], people: [{ name: 'Rowan Elm', child: true, age: 9 }, { name: 'Hazel Elm', child: true, age: 4, relation: 'sister' }], flags: ['vulnerable-child'], answers: { worseTonight: true, safeUntilSeen: false } })
      .grade(6, 2).task(5, 'welfare-check'),
    call({ reported: 34, door: 'edt', agency: 'Emergency Duty Team', caller: 'Edda Owl', summary: 'Mother says her partner has come back drunk and she wants the social worker who came last week.',
      where: 'Deepdale, Preston', at: [53.7705, -2.6871], people: [{ name: 'Willow Ash', age: 31 }, { name: 'Alder Ash', child: true, age: 2, relation: 'son' }], flags: ['vulnerable-child'], answers: { worseTonight: true } })
      .grade(30, 2).task(29, 'rapid-intervention').send(24, ['rook']).step(22, 'rook', 'accepted').step(21, 'rook', 'going').warn(20, 'dangerous-animal', 'Loose dog bit a visitor on 3 October; recorded by the attending officer.'),
    call({ reported: 41, door: 'school', agency: 'Sixth form tutor', caller: 'Tutor', summary: 'Student, 17, sent her tutor messages about not wanting to be here. Her phone is now off.',
      where: 'Scotforth, Lancaster', at: [54.0301, -2.7993], people: [{ name: 'Laurel Thorn', child: true, age: 17 }], flags: ['vulnerable-child', 'mental-health'], answers: { worseTonight: true } })
      .grade(37, 2).task(36, 'welfare-check').send(31, ['tern', 'avocet']).step(30, 'tern', 'accepted').step(29, 'avocet', 'accepted').step(27, 'tern', 'going').step(27, 'avocet', 'going'),
    call({ reported: 68, door: 'cmu', caller: 'Neighbour', summary: 'Shouting and something breaking; an older man heard asking to be left alone.', where: 'Eaves Green, Chorley', at: [53.6421, -2.6493],
      people: [{ name: 'Oakley Birch', age: 79 }, { name: 'Linden Birch', age: 45, relation: 'son' }], flags: ['vulnerable-adult'], answers: { safeUntilSeen: false } })
      .grade(64, 2).task(63, 'needs-and-risk').send(58, ['knot', 'pipit']).step(56, 'knot', 'accepted').step(56, 'pipit', 'accepted').step(55, 'knot', 'going').step(55, 'pipit', 'going').step(28, 'knot', 'there').step(24, 'pipit', 'there').saw(18, 'pipit', [1]).checkIn(8, 'knot', 'pipit'),
    call({ reported: 96, door: 'adult-intake', caller: 'Daughter', summary: 'Has not heard from her mother since yesterday; mother lives alone and misses tablets when low.', where: 'Church, Accrington', at: [53.7561, -2.3887],
      people: [{ name: 'Myrtle Beech', age: 82 }], flags: ['vulnerable-adult'], answers: { worseTonight: true } })
      .grade(92, 2).task(91, 'welfare-check').send(85, ['finch', 'martin']).step(84, 'finch', 'accepted').step(83, 'martin', 'accepted').step(82, 'finch', 'going').step(82, 'martin', 'going').step(52, 'finch', 'there').step(51, 'martin', 'there')
      .noAccess(22, 'finch', 'No answer at front or back; lights on upstairs, post in the hall.').step(14, 'finch', 'left').step(14, 'martin', 'left'),
    call({ reported: 5, typed: 3, door: 'childrens-home', agency: 'Children’s home', caller: 'Night staff', summary: 'Did not come back after tea; last seen with an older friend. Third time this week.', where: 'Larch House, Skelmersdale', at: [53.5501, -2.7731],
      people: [{ name: 'Aspen Holly', child: true, age: 15 }], flags: ['vulnerable-child'], missing: 'medium' }),
    call({ reported: 21, typed: 20.5, door: 'public', caller: 'Passer-by', summary: 'Man on the parapet of the footbridge, talking to himself.', where: 'Avenham, Preston', at: [53.7536, -2.6955], people: [{ name: null, age: 40 }], flags: ['mental-health'], answers: { dangerNow: true } })
      .grade(20, 1).police(19, 'Inspector Tawny, control room', 'LC-2011-0731'),
    call({ reported: 2, typed: 1, door: 'hospital', agency: 'Emergency department', caller: 'Charge nurse', summary: 'Mother has left the ward with the baby against advice; father is outside and there is a non-molestation order.', where: 'Royal Infirmary, Lancaster', at: [54.0426, -2.8003],
      people: [{ name: 'Baby Sorrel', child: true, age: 0 }, { name: 'Briar Sorrel', age: 22, relation: 'mother' }], flags: ['vulnerable-child'], answers: { dangerNow: true } }),
    call({ reported: 31 * HOUR, door: 'cmu', caller: 'Returned-missing desk', summary: 'Returned by bus yesterday noon after a night away. Return interview offered and accepted.', where: 'Lytham St Annes', at: [53.7489, -3.0237],
      people: [{ name: 'Juniper Rowe', child: true, age: 14 }], flags: ['vulnerable-child'], missing: 'low' })
      .grade(30.8 * HOUR, 3).back(30.6 * HOUR, 'At the home, by the duty manager; tired and hungry, no injuries.').task(30.5 * HOUR, 'return-interview', { dueInMinutes: 39 * HOUR, detail: 'After school hours; not at the home.' }),
    call({ reported: 20 * HOUR, door: 'school', caller: 'Pastoral lead', summary: 'Family sleeping in one room since the heating failed; school has given food parcels twice.', where: 'Nelson', at: [53.8371, -2.2141], people: [{ name: 'Cedar Pine', age: 34 }, { name: 'Larch Pine', child: true, age: 7, relation: 'son' }], answers: { worseTonight: true } })
      .grade(19.8 * HOUR, 3).task(19.5 * HOUR, 'needs-and-risk').suits(19.4 * HOUR, 19 * HOUR, 25 * HOUR, 'She works until two on Saturday; not after the little one is in bed at eight.'),
    call({ reported: 26 * HOUR, door: 'mash', caller: 'MASH', summary: 'Father took the children from school early; mother asked for advice and a visit.', where: 'Clitheroe', at: [53.8709, -2.3917], people: [{ name: 'Fern Maple', child: true, age: 8 }, { name: 'Teasel Maple', age: 36, relation: 'father' }], flags: ['vulnerable-child'] })
      .grade(25.5 * HOUR, 3).task(25 * HOUR, 'welfare-check').send(6 * HOUR, ['merlin', 'dove']).step(5.9 * HOUR, 'merlin', 'accepted').step(5.9 * HOUR, 'dove', 'accepted').step(5.8 * HOUR, 'merlin', 'going').step(5.8 * HOUR, 'dove', 'going')
      .step(5 * HOUR, 'merlin', 'there').step(5 * HOUR, 'dove', 'there').saw(4.8 * HOUR, 'dove').outcome(4.4 * HOUR, 'dove', 'early-help', 'Both seen. Children well; father wants help with the handover days.').step(4.2 * HOUR, 'merlin', 'left').step(4.2 * HOUR, 'dove', 'left')
      .handOver(3 * HOUR, 'Children’s Services East', 'Lower than last night: children seen and well, parents talking.', { outstanding: 'Ring the school on Monday morning.', spokenWith: 'Duty manager, 16:05' }),
    call({ reported: 15 * HOUR, door: 'partner', agency: 'Housing association', caller: 'Housing officer', summary: 'Tenant barricaded the flat door from inside; talks through the letterbox, says neighbours listen.', where: 'Rawtenstall', at: [53.7004, -2.2849], people: [{ name: 'Sage Hawthorn', age: 52 }], flags: ['mental-health', 'vulnerable-adult'] })
      .grade(14.7 * HOUR, 3).task(14.5 * HOUR, 'bridging', { kind: 'phone', by: 'edt' }).send(14.4 * HOUR, ['edt'], 'edt').step(14.2 * HOUR, 'edt', 'accepted').step(14 * HOUR, 'edt', 'there').saw(13.9 * HOUR, 'edt')
      .outcome(13.8 * HOUR, 'edt', 'allocated-worker', 'Spoke for forty minutes; will let the housing officer in tomorrow with somebody he knows.').step(13.7 * HOUR, 'edt', 'left')
      .handOver(12 * HOUR, 'Adult Social Care North', 'Calmer; needs a known face at the door.', { by: 'edt' }).reject(11 * HOUR, 'dayteam2', 'Lives in the east: not our area.', 'Children’s Services North'),
    call({ reported: 27 * HOUR, door: 'childrens-home', agency: 'Children’s home', caller: 'Night staff', summary: 'Back at the home forty minutes late: had missed the bus from town.', where: 'Larch House, Skelmersdale', at: [53.5501, -2.7731],
      people: [{ name: 'Aspen Holly', child: true, age: 15 }], flags: ['vulnerable-child'] })
      .grade(26.8 * HOUR, 3).end(26.5 * HOUR, 'settled', 'Seen at the home by the night manager, well and hungry.', 'Nobody is coming; ring again if she goes out.'),
    call({ reported: 5 * HOUR, door: 'public', caller: 'Grandmother', summary: 'Asks how to get her grandson a place at the youth club again.', where: 'Poulton-le-Fylde', at: [53.8468, -2.9946], people: [{ name: 'Robin Hazelwood', child: true, age: 11 }], answers: { adviceEnough: true } })
      .grade(4.9 * HOUR, 4).end(4.8 * HOUR, 'settled', 'Given the number of the youth service and its hours.', 'Nobody is coming; ring the youth service tomorrow after ten.'),
    call({ reported: 30 * HOUR, door: 'childrens-home', agency: 'Children’s home', caller: 'Night staff', summary: 'Left after an argument about her telephone; back by herself within the hour.', where: 'Larch House, Skelmersdale', at: [53.5501, -2.7731],
      people: [{ name: null, child: true, age: 14 }], answers: { adviceEnough: true } })
      .grade(29.9 * HOUR, 4).end(29.2 * HOUR, 'settled', 'Back and seen well by staff; they asked how to keep her in the evenings.', 'Nobody is coming; ring us when she is out again.'),
    call({ reported: 28 * HOUR, door: 'cart', caller: 'CART', summary: 'Anonymous caller: child out late alone on several nights.', where: 'Padiham', at: [53.8009, -2.3149], people: [{ name: null, child: true, age: 10 }], flags: ['vulnerable-child'] })
      .grade(27.8 * HOUR, 3).task(27.5 * HOUR, 'welfare-check').send(23 * HOUR, ['finch', 'martin']).step(22.9 * HOUR, 'finch', 'accepted').step(22.9 * HOUR, 'martin', 'accepted').step(22 * HOUR, 'finch', 'there').step(22 * HOUR, 'martin', 'there').saw(21.8 * HOUR, 'martin')
      .outcome(21.5 * HOUR, 'martin', 'statutory', 'Child seen at home. Aunt looking after three children alone.').step(21.4 * HOUR, 'finch', 'left').step(21.4 * HOUR, 'martin', 'left')
      .handOver(20 * HOUR, 'Children’s Services East', 'Unchanged: assessment needed.').takeOver(9.7 * HOUR, 'dayteam'),
    call({ reported: 3 * HOUR, door: 'cmu', caller: 'Operator', summary: 'Report of a crying child in a parked car; driver came back before anybody was sent.', where: 'Leyland', at: [53.6976, -2.6871], people: [{ name: null, child: true, age: 3 }], flags: ['vulnerable-child'] })
      .grade(2.95 * HOUR, 3).end(2.8 * HOUR, 'cancelled', 'Driver back within minutes; child seen well by the caller.', 'Thanked; nobody is coming.'),
    call({ reported: 80, door: 'mash', caller: 'MASH', summary: 'Concern about a child of a member of staff; details with the supervisor.', where: 'Penwortham', at: [53.7432, -2.7219], secret: true, people: [{ name: 'Thistle Vale', child: true, age: 6 }], flags: ['vulnerable-child'], by: 'supervisor' })
      .restrict(78, ['supervisor']).grade(77, 3, null, 'supervisor'),
    call({ reported: 50, door: 'cmu', caller: 'Bus driver', summary: 'Boy, about 12, asleep at the depot; says he is locked out until ten.', where: 'Fleetwood', at: [53.9221, -3.0104], people: [{ name: 'Briony Reed', child: true, age: 12 }], flags: ['vulnerable-child'], answers: { worseTonight: true } })
      .grade(47, 2).check(46, 'coordinator', 0, 'police', 'nothing-recorded', 'Sergeant Larch, control room').check(46, 'coordinator', 0, 'health', 'could-not-say', 'Ward clerk', 'Rings back after the handover on the ward').task(46, 'welfare-check').send(40, ['curlew']).decline(36, 'curlew', 'Still with a family in Fylde; forty minutes away.').note(30, 'coordinator', 'Depot manager is keeping him warm until somebody comes.'),
    call({ reported: 55, door: 'adult-intake', caller: 'Carer', summary: 'Carer exhausted, says she might leave the house tonight; neighbour has since come in to sit with them both.', where: 'Brierfield', at: [53.8243, -2.2329], people: [{ name: 'Clover Rush', age: 58 }, { name: 'Barley Rush', age: 84, relation: 'father' }], flags: ['vulnerable-adult'], answers: { worseTonight: true } })
      .grade(52, 2).task(50, 'rapid-intervention').askDowngrade(12, 3, 'The neighbour stays until morning and both have been spoken to; a planned visit tomorrow is enough.'),
    call({ reported: 75, door: 'edt', summary: 'Young person staying with a friend wants to know whether she may go home tonight.', where: 'Heysham', at: [54.0443, -2.8959], people: [{ name: 'Heather Moss', child: true, age: 16 }], flags: ['vulnerable-child'], by: 'edt' })
      .grade(70, 3, null, 'edt').task(68, 'bridging', { kind: 'phone', by: 'edt' }).send(67, ['edt'], 'edt').step(66, 'edt', 'accepted').step(40, 'edt', 'there'),
  ].flatMap((one) => one.steps);
}
