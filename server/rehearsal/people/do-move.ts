// Does what an incident asked for. True when something changed; a refusal is normal where two look at once, and is answered by looking again.
import { ACTIVITIES, type TaskKind } from '../../../shared/domain/activity.ts';
import { endingIsDowngrade, type Grade } from '../../../shared/domain/grade.ts';
import type { Ending } from '../../../shared/domain/incident-words.ts';
import { owesInterview, unconfirmedOf } from '../../../shared/domain/missing.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import * as dispatch from '../../../shared/protocol/dispatch.ts';
import { recordInterview, recordSeenMissing } from '../../../shared/protocol/missing.ts';
import * as handovers from '../../../shared/protocol/handovers.ts';
import * as routes from '../../../shared/protocol/incidents.ts';
import * as owed from '../../../shared/protocol/owed.ts';
import type { SeenIncident } from '../service.ts';
import { HABITS } from './habits.ts';
import type { Move } from './moves.ts';
import type { Known } from './night.ts';
import type { Person } from './person.ts';
import { packOf, rightTeam } from './receiving.ts';
import { ringRound, send } from './send.ts';

export async function doMove(me: Person, incident: SeenIncident, move: Move): Promise<boolean> {
  const { id: incidentId, version: expectedVersion } = incident;
  const known = me.night.knownOf(incidentId);
  switch (move.kind) {
    case 'pass-to-police': return (await me.do(routes.passToPolice, { incidentId, takenBy: 'Inspector Tawny, control room', reference: referenceOf(incident), crewOrder: 'hold-back' })).done;
    case 'grade': return (await me.do(routes.gradeIncident, { incidentId, expectedVersion, to: move.to, rationale: move.rationale })).done;
    case 'ask-lower': return ask(me, incident, { kind: 'grade', to: move.to }, 'Rung back: calmer than it sounded, and somebody is with them.');
    case 'ask-end': return ask(me, incident, { kind: 'end', ending: move.ending, duplicateOfId: move.duplicateOfId, callerTold: TOLD, passedOn: takenBy(incident, move.ending) }, move.rationale);
    case 'take-on': return takeOn(me, incident, known);
    case 'send': return send(me, incident, move.taskId);
    case 'ring-round': return ringRound(me, incident, move.taskId);
    case 'stand-down': return (await me.do(dispatch.standDown, { incidentId, assignmentIds: [...move.assignmentIds], reason: 'No answer; others are sent.' })).done;
    case 'put-address-right': return putAddressRight(me, incident, known);
    case 'follow-up': return (await me.do(dispatch.decideFollowUp, { followUpId: move.followUpId, decision: move.decision, note: 'Decided with the crew.' })).done;
    case 'settle-by-phone': return (await me.do(dispatch.recordOutcome, {
      taskId: move.taskId, outcome: 'advice', note: 'Reached in the end without a visit of ours.', seenPersonIds: [], notSeenPersonIds: incident.people.map(({ personId }) => personId),
    })).done;
    case 'note-news': return (await me.do(owed.decideNews, { incidentId, newsId: move.newsId, decision: 'noted', reason: 'Read; it changes nothing that was decided.', linkedToId: null })).done;
    case 'let-go': return letGo(me, incident, known);
    case 'end': return end(me, incident, move.ending, move.reason, move.duplicateOfId);
    case 'finish': return known !== undefined && known.call.truth.handsOverTo !== 'none' && !incident.handovers.some(({ state }) => state === 'taken-over')
      ? handOver(me, incident, known) : end(me, incident, 'settled', 'Seen and settled; what follows is agreed with the family.');
  }
}

/** As the police number theirs: the day and the minute. */
const referenceOf = ({ reportedAt }: SeenIncident): string => `LC-${reportedAt.slice(5, 16).replace(/[-T:]/g, '')}`;

const TOLD = 'Told who is, and who is not, coming.';
/** What is passed on is somebody's by name from then on. */
const takenBy = ({ gradedAt, raisedAt }: SeenIncident, ending: EndedAs) => (ending === 'passed-on' ? { leader: 'another' as const, takenBy: 'Rook, duty worker', at: gradedAt ?? raisedAt, reference: null } : null);

type Action = { kind: 'grade'; to: Grade } | { kind: 'end'; ending: EndedAs; duplicateOfId: string | null; callerTold: string; passedOn: ReturnType<typeof takenBy> };
const ask = async (me: Person, { id: incidentId }: SeenIncident, action: Action, rationale: string): Promise<boolean> => (await me.do(routes.askSecond, { incidentId, action, rationale })).done;

type EndedAs = Exclude<Ending, 'taken-over' | 'not-taken' | 'elsewhere'>;
async function end(me: Person, incident: SeenIncident, ending: EndedAs, reason: string, duplicateOfId: string | null = null): Promise<boolean> {
  if (await afterReturn(me, incident)) return true;
  return (await me.do(routes.endIncident, {
    incidentId: incident.id, expectedVersion: incident.version, ending, reason, callerTold: TOLD, duplicateOfId, passedOn: takenBy(incident, ending),
  })).done;
}

/** Whoever was missing is seen first, and their interview taken by whose it is: an incident does not end on either. True when one of them was recorded. */
async function afterReturn(me: Person, { missing, people }: SeenIncident): Promise<boolean> {
  const unseen = unconfirmedOf({ missing })[0];
  if (unseen !== undefined) return (await me.do(recordSeenMissing, { missingId: unseen.id, at: null, well: true, note: 'Home again; seen by the crew.' })).done;
  const owed = missing.find((one) => owesInterview(one, people));
  if (owed === undefined) return false;
  return (await me.do(recordInterview, { missingId: owed.id, step: 'passed-on', who: 'Duty officer Rowan, return interview service', independent: true, note: null, carersView: null })).done;
}

/** Taken or not (docs/practice.md, More need than hands): an urgent visit always; a planned one while there is room; the rest is settled or passed on by name. */
async function takeOn(me: Person, incident: SeenIncident, known: Known | undefined): Promise<boolean> {
  const needs = incident.requests.some(({ state }) => state === 'refused') ? 'visit' : known?.call.truth.needs ?? 'visit';
  if (needs === 'phone') return addTask(me, incident, known, 'phone');
  if (needs === 'visit' && (incident.grade === 2 || hasRoom(me))) return addTask(me, incident, known, 'visit');
  if (needs === 'nothing' && endingIsDowngrade(incident)) return ask(me, incident, { kind: 'end', ending: 'settled', duplicateOfId: null, callerTold: TOLD, passedOn: null }, 'Rung back: they are safe, somebody is with them, and advice settles it.');
  return needs === 'nothing' ? end(me, incident, 'settled', 'Rung back: advice settles it.') : letGo(me, incident, known);
}

function hasRoom(me: Person): boolean {
  const waiting = me.sight().incidents.filter((one) => one.state === 'open' && one.grade === 3 && one.attendedAt === null && one.tasks.some(({ kind, state }) => kind === 'visit' && state === 'open'));
  return waiting.length < me.night.responders * HABITS.roomPerResponder;
}

async function addTask(me: Person, incident: SeenIncident, known: Known | undefined, kind: TaskKind): Promise<boolean> {
  const activity = known?.call.truth.activity ?? 'welfare-check';
  const { legs, ownWindow } = ACTIVITIES[activity];
  return (await me.do(dispatch.addTask, {
    incidentId: incident.id, activity, kind, legs: kind === 'phone' ? ['social-work'] : [...legs], detail: null, dueFrom: null, dueAt: ownWindow ? plusMinutes(me.now(), 72 * 60) : null,
  })).done;
}

/** What the service does not get to goes to a day team with its pack, or stays with a named person at the door that it came by. */
const letGo = (me: Person, incident: SeenIncident, known: Known | undefined): Promise<boolean> => known === undefined || known.call.truth.handsOverTo === 'none'
  ? end(me, incident, 'passed-on', 'More need than hands tonight: the duty worker at the door that it came by keeps it, and rings them in the morning.') : handOver(me, incident, known);

async function handOver(me: Person, incident: SeenIncident, known: Known): Promise<boolean> {
  const teams = await me.presence.receivingTeams();
  const right = rightTeam(teams, incident, known.call.truth.handsOverTo);
  const draw = me.night.chance(known.call.key, 'hand over');
  const days = teams.filter(({ kind }) => kind === 'day-team');
  const named = days.length > 0 && draw.chance(HABITS.namesWrongTeam) ? draw.pick(days) : right;
  if (named === undefined) return end(me, incident, 'passed-on', 'The door that it came by keeps it, by name.');
  return (await me.do(handovers.sendHandover, { incidentId: incident.id, expectedVersion: incident.version, receivingTeamId: named.id, ...packOf(incident) })).done;
}

/** The caller, rung again, gives the right door; the crew goes there. */
async function putAddressRight(me: Person, incident: SeenIncident, known: Known | undefined): Promise<boolean> {
  const location = known?.call.location;
  if (known === undefined || location === undefined || location === null) return false;
  const { label, secret } = location;
  const corrected = await me.do(routes.correctIncident, {
    incidentId: incident.id, expectedVersion: incident.version, location: { label, secret, ...known.call.standsAt }, reason: 'The caller gave the right address when rung again.',
  });
  const open = incident.followUps.find(({ decision }) => decision === null);
  if (!corrected.done || open === undefined) return corrected.done;
  return (await me.do(dispatch.decideFollowUp, { followUpId: open.id, decision: 'retry', note: 'The right address is known now.' })).done;
}
