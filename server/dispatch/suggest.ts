// Ranks who could be sent to one task: what is known is read first, a router asked without holding the database, then the pure rules speak.
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { TravelEstimate } from '../../shared/domain/distance.ts';
import { makeForecast } from '../../shared/domain/forecast.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { isOldPosition, type RankFacts, type RankPerson } from '../../shared/domain/rank-facts.ts';
import { whyNotSent } from '../../shared/domain/rank-fit.ts';
import { rankAlone, rankPairs, type Ranked } from '../../shared/domain/rank-pairs.ts';
import { diversions, mayBeNearer, type Diversion } from '../../shared/domain/rank-beyond.ts';
import { leftOut, whyThere } from '../../shared/domain/rank-reasons.ts';
import { whatIsMissing } from '../../shared/domain/rank-short.ts';
import { diversionSentence, forecastSentence, leftOutSentence, nearerSentence, nobodySentence, waySentence, whyThereSentence } from '../../shared/domain/rank-words.ts';
import { straightLine } from '../../shared/domain/travel.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Suggestion, Suggestions } from '../../shared/protocol/suggestions.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { onOneConnection } from '../database/connect.ts';
import type { Rooms } from '../http/rooms.ts';
import type { Actor } from '../identity/actor.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { readRankPeople, readRankTask, type AskedTask } from './rank.store.ts';
import type { Router } from '../router/router.ts';

interface Read { asked: AskedTask; people: RankPerson[]; policy: Policy; now: Instant }

export async function suggest(rooms: Rooms, router: Router | null, actor: Actor, input: { taskId: Id; insteadOf: readonly Id[] }): Promise<Suggestions> {
  const read = await onOneConnection(rooms.db, async (db): Promise<Read> => {
    const now = rooms.clock.now();
    const policy = (await policyNow(db, now)).body;
    const asked = await readRankTask(db, actor, input.taskId, input.insteadOf);
    return { asked, policy, now, people: await readRankPeople(db, actor, asked, { now, visitMinutes: policy.planning.visitMinutes, working: policy.working, travel: straightLine(policy.sending, now), insteadOf: input.insteadOf }) };
  });
  const { asked: { task, version }, policy, now } = read;
  const facts: RankFacts = { task, sending: policy.sending, people: router === null ? read.people : await byRoad(router, read) };
  const ranked = rankPairs(facts, now);
  const mayGoAhead = task.kind === 'phone' || task.standing > 0 || policy.sending.soloFirst.includes(task.activity);
  const alone = ranked.length > 0 || !mayGoAhead ? [] : rankAlone(facts, now);
  const forecast = makeForecast(facts, now, { areas: DISTRICTS, targetMinutes: policy.targetMinutes[2], travel: straightLine(policy.sending, now) });
  const short = ranked.length > 0 || task.missing.length === 0 ? null : whatIsMissing(facts, now);
  const view = (one: Ranked): Suggestion => viewOf(one, ranked.length > 0 ? ranked : alone, facts, now, (() => {
    const backAt = one.arrivesAt === null ? null : plusMinutes(one.arrivesAt, policy.planning.visitMinutes);
    const lost = task.kind === 'phone' ? null : forecast(one.placed.map(({ person: { dutyId } }) => ({ dutyId, backAt })));
    return lost === null ? null : forecastSentence(lost);
  })());
  return {
    taskId: task.taskId, version, at: now, missing: task.missing.map(({ id, need }) => ({ legId: id, need })), ranked: ranked.map(view), alone: alone.map(view), mayGoAhead,
    short: short === null ? null : { says: nobodySentence(short.missing, short.alone), ways: short.ways.map(waySentence) },
    nearer: mayBeNearer(ranked, facts, now).map((one) => nearerSentence(one, now)), diversions: diversions(ranked, facts, now).map((one) => diversionView(one, facts, now)),
    leftOut: leftOut([...ranked, ...alone], facts, now).map(({ why, ...person }) => ({ ...person, why: leftOutSentence(why, now) })),
  };
}

function viewOf(one: Ranked, all: readonly Ranked[], facts: RankFacts, now: Instant, forecast: string | null): Suggestion {
  return {
    id: one.placed.map(({ person: { dutyId } }) => dutyId).toSorted().join(), arrivesAt: one.arrivesAt, minutes: one.minutes, sameTeam: one.sameTeam, forecast,
    why: whyThere(one, all, facts, now).map(whyThereSentence),
    legs: one.placed.map(({ leg, person, minutes }) => ({
      legId: leg.id, need: leg.need, skills: [...leg.skills ?? []], dutyId: person.dutyId, name: person.name, profession: person.profession, callSign: person.callSign, minutes,
      basis: minutes === null || facts.task.kind === 'phone' ? null : person.travel?.basis ?? null, positionAt: person.position?.at ?? null,
    })),
  };
}

const diversionView = (one: Diversion, { task }: RankFacts, now: Instant): Suggestions['diversions'][number] => ({
  fromIncidentId: one.incidentId, fromVersion: one.version, fromRef: one.ref, assignmentIds: one.people.map(({ assignmentId }) => assignmentId), names: one.people.map(({ name }) => name).join(' and '),
  says: diversionSentence(one, now), stillMissing: task.missing.map(({ need }) => need).filter((need) => !one.people.some(({ fills }) => fills === need)),
});

/** Those who could go, the nearest first; an address that must stay secret is told to no other system. */
async function byRoad(router: Router, { asked: { task, secret }, people, policy, now }: Read): Promise<RankPerson[]> {
  const { place } = task;
  if (place === null || secret || task.kind === 'phone') return people;
  const facts: RankFacts = { task, people, sending: policy.sending };
  const nearest = people.flatMap((person) => (person.position === null || person.travel === null || isOldPosition(person, policy.sending, now) || whyNotSent(person, facts, now) !== null ? [] : [{ person, at: person.position, minutes: person.travel.minutes }]))
    .toSorted((a, b) => a.minutes - b.minutes);
  const driven = await router.toDoor(nearest.map(({ at: { lat, lon } }) => ({ lat, lon })), place);
  const travel = new Map(nearest.flatMap(({ person }, index): [Id, TravelEstimate][] => { const minutes = driven[index]; return minutes == null ? [] : [[person.dutyId, { minutes, basis: 'router' }]]; }));
  return people.map((person) => { const known = travel.get(person.dutyId); return known === undefined ? person : { ...person, travel: known }; });
}
