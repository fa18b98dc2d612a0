// An incident in the few words that a row, a mark or a heading has room for.
import { coverLeg } from '../../../shared/domain/cover.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { heldHere } from './held.ts';
import { aheadAlone } from '../../../shared/domain/solo-first.ts';
import type { Need } from '../../../shared/domain/activity.ts';
import { missingNeeds, STATUS_WORDS, type Status } from '../../../shared/domain/status.ts';
import { visitTime } from '../../../shared/protocol/visit-sentence.ts';
import type { AssignmentView, IncidentView } from '../../../shared/protocol/views.ts';
import { factsOf } from './facts-of.ts';

/** "0047" tonight; "1119-0047" from another night, where four figures would name two incidents. */
export const tailOf = ({ ref, night }: Pick<IncidentView, 'ref' | 'night'>, tonight: string): string =>
  ref.slice(night === tonight ? -4 : -9);

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
/** "Thu", of a night's date. */
export const weekdayOf = (night: string): string => WEEKDAYS[new Date(`${night}T00:00:00Z`).getUTCDay()] ?? '';

/** Never an address: a row is read over shoulders, and some addresses must stay secret. */
export const districtLine = ({ location }: Pick<IncidentView, 'location'>): string =>
  location === null ? 'Place not known' : location.district ?? (location.lat === null ? 'Not on the map' : 'Outside the county');

/** "9, born 12 Mar 2015" and "about 9" are both 9 here; an age that is not known is left out. */
const aged = (kind: string, { age }: IncidentView['people'][number]): string =>
  age === 'age not known' ? kind : `${kind}, ${age.replace(/^about /, '').replace(/, born .*$/, '')}`;

/** "child, 9 · 2 adults": who is concerned, without their names. */
export function peopleLine({ people }: Pick<IncidentView, 'people'>): string {
  const children = people.filter(({ isChild }) => isChild);
  const adults = people.filter(({ isChild }) => !isChild);
  const kinds = [
    children.length > 2 ? `${children.length} children` : children.map((child) => aged('child', child)).join(' · '),
    adults.length > 1 ? `${adults.length} adults` : adults.map((adult) => aged('adult', adult)).join(''),
  ];
  return kinds.filter((words) => words !== '').join(' · ');
}

export const SHORT_NEEDS = {
  constable: 'constable', police: 'police', 'social-work': 'social work', amhp: 'AMHP', 'independent-interviewer': 'independent interviewer',
} as const satisfies Record<Need, string>;

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** "social work leg", "police and social work legs". */
export function needsWords(needs: readonly Need[]): string {
  const distinct = [...new Set(needs)];
  const only = distinct[0];
  if (distinct.length === 1 && only === 'independent-interviewer') return SHORT_NEEDS[only];
  return `${listed(distinct.map((need) => SHORT_NEEDS[need]))} ${distinct.length === 1 ? 'leg' : 'legs'}`;
}

export const calledAs = (assignment: Pick<AssignmentView, 'callSign' | 'name'>): string => assignment.callSign ?? assignment.name;

/** Who stands in the open tasks' legs, each named once: "B2", "B2 and Lowe". */
export function crewLine(incident: IncidentView): string {
  const open = new Set(incident.tasks.filter(({ state }) => state === 'open').map(({ id }) => id));
  const standing = incident.legs.filter(({ taskId }) => open.has(taskId)).map((leg) => coverLeg(leg, incident.assignments).assignment);
  return listed([...new Set(standing.filter((assignment) => assignment !== null).map(calledAs))]);
}

/** "booked Sat 21 Nov 15:20", where that is so of every open task: nobody is to be sent yet. */
function bookedLine({ tasks, visits }: IncidentView): string | null {
  const booked = visits.filter(({ state }) => state === 'booked');
  const open = tasks.filter(({ state }) => state === 'open');
  return open.length > 0 && open.every(({ id }) => booked.some(({ taskId }) => taskId === id)) ? `booked ${visitTime(booked.map(({ fromAt }) => fromAt).toSorted()[0] ?? '')}` : null;
}

/** "police leg ahead alone, social work leg owed, since 22:40": said by whoever sent it so. */
export function aheadLine(incident: IncidentView, taskId: string): string | null {
  const one = aheadAlone(incident, taskId);
  return one === null ? null : `${needsWords(one.ahead)} ahead alone, ${needsWords(one.owed)} owed, since ${clockTime(one.solo.since)}`;
}
const aheadOf = (incident: IncidentView): string | null => incident.tasks.map(({ id }) => aheadLine(incident, id)).find((line) => line !== null) ?? null;

/** Held is not sent: it says both. */
function heldOf(incident: IncidentView): string | null {
  const held = heldHere(incident);
  const [first] = held;
  return first === undefined ? null : `held until ${clockTime(first.until)}, not sent: ${listed(held.map(({ name }) => name))}`;
}

/** How it stands, with the missing leg or the crew by name. */
export function standLine(incident: IncidentView, status: Status): string {
  const crew = crewLine(incident);
  const legs = incident.legs.filter(({ taskId }) => incident.tasks.some(({ id, state }) => id === taskId && state === 'open')).length;
  switch (status) {
    case 'uncovered': return bookedLine(incident) ?? heldOf(incident) ?? `nobody sent: ${needsWords(missingNeeds(factsOf(incident)))}`;
    case 'part-sent': return aheadOf(incident) ?? `needs ${needsWords(missingNeeds(factsOf(incident)))} · ${crew} sent`;
    case 'sent': return `${crew} sent, not yet going`;
    case 'going': return legs > 1 ? `both going: ${crew}` : `${crew} going`;
    case 'part-there': return aheadOf(incident) ?? `one leg there: ${crew}`;
    case 'there': return legs > 1 ? `both there: ${crew}` : `${crew} there`;
    case 'left': return `${crew} left scene`;
    case 'handing-over': return `waiting for ${incident.handovers.find(({ state }) => state === 'sent')?.receivingTeam ?? 'somebody'}`;
    default: return STATUS_WORDS[status];
  }
}
