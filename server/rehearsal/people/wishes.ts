// What an incident asks of control next, read from the incident alone: pure, so that the same incident always asks the same.
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { greatCircleKm } from '../../../shared/domain/distance.ts';
import { endingIsDowngrade, type Grade } from '../../../shared/domain/grade.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { latest, plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { Seeded } from '../calls/seeded.ts';
import type { SeenIncident } from '../service.ts';
import { HABITS } from './habits.ts';
import type { Move, Wish } from './moves.ts';
import type { Known } from './night.ts';

type Chance = (purpose: string) => Seeded;
const SECOND_ASKED_AGAIN_MINUTES = 60;
const NEWS_READ_MINUTES = 2;
const WRONG_ADDRESS_KM = 0.2;

export function wishesOf(incident: SeenIncident, known: Known | undefined, chance: Chance): Wish[] {
  if (incident.state === 'closed') return incident.news.filter(({ decision }) => decision === null).map(({ id, arrivedAt }) => ({ from: plusMinutes(arrivedAt, NEWS_READ_MINUTES), move: { kind: 'note-news', newsId: id } }));
  if (incident.grade === 1 && incident.policeHaveItAt === null) return [{ from: incident.raisedAt, move: { kind: 'pass-to-police' } }];
  if (incident.gradedAt === null) return [{ from: incident.raisedAt, move: gradeMove(incident, known, chance('grade')) }];
  return [...silent(incident), ...followUps(incident, known, chance), ...sends(incident), ...endings(incident, known, chance)];
}

function gradeMove({ proposedGrade, grade }: SeenIncident, known: Known | undefined, chance: Seeded): Move {
  // What has a window of its own is no worse for waiting.
  const stricter: Grade | null = known === undefined || ACTIVITIES[known.call.truth.activity].ownWindow ? null : grade === 4 ? 3 : grade === 3 ? 2 : null;
  if (stricter !== null && chance.chance(HABITS.upgrades)) return { kind: 'grade', to: stricter, rationale: 'The caller sounds more frightened than the answers say.' };
  return { kind: 'grade', to: grade, rationale: grade === proposedGrade ? null : 'Confirmed after ringing back.' };
}

/** Sent, and no answer: others are asked. */
const silent = ({ assignments }: SeenIncident): Wish[] => assignments.filter(({ state }) => state === 'dispatched')
  .map(({ id, dispatchedAt }) => ({ from: plusMinutes(dispatchedAt, HABITS.unanswered), move: { kind: 'stand-down', assignmentIds: [id] } }));

export const isWrongAddress = ({ location }: Pick<SeenIncident, 'location'>, known: Known | undefined): boolean =>
  known !== undefined && location !== null && location.lat !== null && location.lon !== null && greatCircleKm({ lat: location.lat, lon: location.lon }, known.call.standsAt) > WRONG_ADDRESS_KM;

function followUps(incident: SeenIncident, known: Known | undefined, chance: Chance): Wish[] {
  return incident.followUps.filter(({ cause, decision }) => cause === 'no-access' && decision === null).map(({ id, openedAt }): Wish => {
    const draw = chance(`follow-up ${incident.followUps.length}`);
    const from = plusMinutes(openedAt, draw.between(...HABITS.decidingFollowUp));
    if (isWrongAddress(incident, known)) return { from, move: { kind: 'put-address-right' } };
    // Going back once; after that somebody else must open.
    const decision = incident.followUps.length > 1 ? draw.weighted([['ring', 2], ['key-holder', 1], ['police-entry', 1]] as const) : draw.weighted([['retry', 6], ['ring', 3], ['key-holder', 1]] as const);
    return { from, move: { kind: 'follow-up', followUpId: id, decision } };
  });
}

const SETTLED_WITHOUT_GOING = new Set<string | null>(['ring', 'police-entry']);

/** A leg nobody stands in asks for somebody; after no access, as was decided. */
function sends(incident: SeenIncident): Wish[] {
  if (incident.followUps.some(({ decision }) => decision === null) || incident.handovers.some(({ state }) => state === 'sent')) return [];
  return incident.tasks.filter((task) => task.state === 'open' && task.outcome === null).flatMap((task): Wish[] => {
    const decided = incident.followUps.findLast(({ taskId }) => taskId === task.id);
    if (decided?.decidedAt != null && SETTLED_WITHOUT_GOING.has(decided.decision)) return [{ from: plusMinutes(decided.decidedAt, 6), move: { kind: 'settle-by-phone', taskId: task.id } }];
    if (missingLegs(incident, task.id).length === 0) return [];
    return [{ from: incident.gradedAt ?? incident.raisedAt, move: { kind: task.kind === 'visit' ? 'send' : 'ring-round', taskId: task.id } }];
  });
}

/** Legs in which nobody stands. Whoever left without an outcome, with nobody there any more, leaves the leg open again. */
export function missingLegs(incident: Pick<SeenIncident, 'legs' | 'assignments'>, taskId: string): SeenIncident['legs'] {
  const live = incident.assignments.filter((assignment) => assignment.taskId === taskId && isLive(assignment));
  return incident.legs.filter((leg) => leg.taskId === taskId && !live.some(({ legId }) => legId === leg.id)
    && (live.length === 0 || !incident.assignments.some(({ legId, state }) => legId === leg.id && state === 'left')));
}

function endings(incident: SeenIncident, known: Known | undefined, chance: Chance): Wish[] {
  const waits = incident.requests.some(({ state }) => state === 'waiting') || incident.handovers.some(({ state }) => state === 'sent') || incident.followUps.some(({ decision }) => decision === null);
  if (waits || incident.gradedAt === null || incident.assignments.some(isLive)) return [];
  const { grade, gradedAt } = incident;
  const refusedAt = latest(incident.requests.map(({ decidedAt }) => decidedAt));
  const askedFrom = (at: Instant): Instant => latest([at, refusedAt === null ? null : plusMinutes(refusedAt, SECOND_ASKED_AGAIN_MINUTES)]) ?? at;
  const end = (at: Instant, ending: 'settled' | 'duplicate' | 'passed-on', reason: string, duplicateOfId: string | null = null): Wish[] => [endingIsDowngrade(incident)
    ? { from: askedFrom(at), move: { kind: 'ask-end', ending, duplicateOfId, rationale: reason } } : { from: at, move: { kind: 'end', ending, duplicateOfId, reason } }];

  if (known?.sameAs != null && incident.attendedAt === null) return end(latest([known.sameAs.noticedAt, gradedAt]) ?? gradedAt, 'duplicate', 'The same event, rung in by somebody else.', known.sameAs.id);
  const worked = incident.tasks.filter(({ state }) => state === 'done' || state === 'open');
  if (worked.length > 0 && worked.every(({ state }) => state === 'done')) {
    return incident.attendedAt === null ? end(gradedAt, 'settled', 'Spoken to by phone; nobody needs to come.') : [{ from: gradedAt, move: { kind: 'finish' } }];
  }
  if (grade === 1) return end(plusMinutes(incident.policeHaveItAt ?? gradedAt, HABITS.withPolice), 'passed-on', 'The police have dealt with it; the officer in the case refers on what is left.');
  if (worked.length === 0) return grade === 4 ? end(gradedAt, 'settled', 'Advice given and a number to ring; nobody needs to come.') : [...lowered(incident, chance), { from: gradedAt, move: { kind: 'take-on' } }];
  if (incident.attendedAt !== null) return [];
  if (grade === 2) return end(plusMinutes(incident.reportedAt, HABITS.nobodyToSend), 'passed-on', 'Nobody is free in this or the next area; the police duty sergeant sends a patrol and keeps it, by name.');
  return [{ from: plusMinutes(incident.reportedAt, HABITS.plannedTooLong * 60), move: { kind: 'let-go' } }];
}

function lowered({ grade, gradedAt, requests }: SeenIncident, chance: Chance): Wish[] {
  if (gradedAt === null || requests.length > 0 || !(grade === 2 || grade === 3) || !chance('lower').chance(HABITS.asksForDowngrade)) return [];
  return [{ from: gradedAt, move: { kind: 'ask-lower', to: grade === 2 ? 3 : 4 } }];
}
