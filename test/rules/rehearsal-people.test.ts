// Whom the simulated coordinator sends, what an incident asks of control, and when everybody works.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canFill, NEEDS, PROFESSIONS, type Need } from '../../shared/domain/activity.ts';
import { roadMinutes } from '../../shared/domain/distance.ts';
import { minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { seeded } from '../../server/rehearsal/calls/seeded.ts';
import { SKILLS } from '../../shared/domain/skill.ts';
import { chooseCrew, type FreeHand } from '../../server/rehearsal/people/choose-crew.ts';
import { missingLegs, wishesOf } from '../../server/rehearsal/people/wishes.ts';
import { RANK } from '../../server/rehearsal/people/moves.ts';
import type { SeenIncident } from '../../server/rehearsal/service.ts';
import { shiftsOf } from '../../server/rehearsal/shifts.ts';
import { staffOf } from '../../server/rehearsal/staff.ts';

const PRESTON = { lat: 53.76, lon: -2.7 };
const LANCASTER = { lat: 54.05, lon: -2.8 };
const BURNLEY = { lat: 53.79, lon: -2.25 };
const hand = (dutyId: string, profession: FreeHand['profession'], teamId: string | null, at: FreeHand['at']): FreeHand => ({ dutyId, profession, skills: SKILLS, teamId, at });

const point = fc.record({ lat: fc.double({ min: 53.5, max: 54.2, noNaN: true }), lon: fc.double({ min: -3, max: -2.1, noNaN: true }) });
const hands = fc.array(fc.record({ profession: fc.constantFrom(...PROFESSIONS), team: fc.option(fc.constantFrom('A', 'B', 'C', 'D')), at: fc.option(point, { freq: 8 }) }), { maxLength: 8 })
  .map((drawn) => drawn.map(({ profession, team, at }, index) => hand(`d${index}`, profession, team, at)));
const needs = fc.array(fc.constantFrom(...NEEDS), { minLength: 1, maxLength: 3 });

/** The most legs that can be filled at all, by trying everybody in every leg. */
function mostCovered([need, ...others]: readonly Need[], free: readonly FreeHand[]): number {
  if (need === undefined) return 0;
  const filled = free.filter(({ profession }) => canFill(profession, need, SKILLS)).map((one) => 1 + mostCovered(others, free.filter((other) => other !== one)));
  return Math.max(mostCovered(others, free), ...filled);
}

test('a crew fills as many legs as can be filled, each by somebody who can stand in it, nobody in two', () => {
  fc.assert(fc.property(needs, hands, point, (asked, free, to) => {
    const choice = chooseCrew(asked, free, to);
    expect(choice?.covers ?? 0).toBe(mostCovered(asked, free));
    const sent = (choice?.dutyIds ?? []).map((id) => free.find(({ dutyId }) => dutyId === id));
    expect(new Set(sent).size).toBe(sent.length);
    // As the rule places them: each in the first leg still missing that they can fill.
    const open = [...asked];
    for (const one of sent) {
      const index = open.findIndex((need) => one !== undefined && canFill(one.profession, need, SKILLS));
      expect(index).toBeGreaterThanOrEqual(0);
      open.splice(index, 1);
    }
  }));
});

test('of single hands the nearest goes', () => {
  fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), point, (points, to) => {
    const free = points.map((at, index) => hand(`d${index}`, 'social-worker', null, at));
    const nearest = Math.min(...points.map((at) => roadMinutes(at, to).minutes));
    expect(chooseCrew(['social-work'], free, to)?.lastMinutes).toBeCloseTo(nearest, 6);
  }));
});

test('what counts is when the later of the two is there, and one car is kept together unless two are much sooner', () => {
  const free = [hand('pc-near', 'constable', 'P1', PRESTON), hand('sw-far', 'social-worker', 'L1', LANCASTER), hand('pc-mid', 'constable', 'B1', BURNLEY), hand('sw-mid', 'social-worker', 'B1', BURNLEY)];
  expect(chooseCrew(['police', 'social-work'], free, { lat: 53.77, lon: -2.5 })?.dutyIds).toEqual(['pc-mid', 'sw-mid']);
  expect(chooseCrew(['police', 'social-work'], [...free, hand('sw-near', 'social-worker', 'P1', PRESTON)], PRESTON)?.dutyIds).toEqual(['pc-near', 'sw-near']);
});

const REPORTED = '2026-11-20T20:00:00.000Z';
const incident = (fields: Partial<SeenIncident>): SeenIncident => ({
  id: 'i', version: 1, state: 'open', reportedAt: REPORTED, raisedAt: plusMinutes(REPORTED, 2), grade: 2, proposedGrade: 2, strictest: 2, gradedAt: plusMinutes(REPORTED, 4), dueAt: plusMinutes(REPORTED, 60), attendedAt: null,
  flags: [], missingRisk: null, policeHaveItAt: null, tasks: [], legs: [], assignments: [], followUps: [], requests: [], handovers: [], missing: [], news: [], promises: [], stays: [], location: { ...PRESTON, districtCode: 'E07000123' }, people: [], owner: { staffId: 's' }, ...fields,
});
const asks = (fields: Partial<SeenIncident>) => wishesOf(incident(fields), undefined, (purpose) => seeded(purpose)).toSorted((a, b) => a.from.localeCompare(b.from) || RANK[a.move.kind] - RANK[b.move.kind]);
const task = (fields: Partial<SeenIncident['tasks'][number]> = {}): SeenIncident['tasks'][number] => ({
  id: 't', activity: 'welfare-check', kind: 'visit', state: 'open', detail: null, dueFrom: null, dueAt: null, outcome: null, outcomeNote: null, outcomeAt: null, seenPersonIds: [], notSeenPersonIds: [], ...fields,
});
const LEGS: SeenIncident['legs'] = [{ id: 'police', taskId: 't', need: 'police', skills: [], position: 0 }, { id: 'social', taskId: 't', need: 'social-work', skills: [], position: 1 }];
const sent = (legId: string, state: SeenIncident['assignments'][number]['state']): SeenIncident['assignments'][number] => ({
  id: `a-${legId}`, taskId: 't', legId, dutyId: `d-${legId}`, staffId: `s-${legId}`, name: '', profession: null, teamId: null, callSign: null, state, dispatchedAt: plusMinutes(REPORTED, 6),
  acceptedAt: null, goingAt: null, thereAt: state === 'there' || state === 'left' ? plusMinutes(REPORTED, 30) : null, seenAt: null, leftAt: null, endedAt: null, declineReason: null,
});

test('a Grade 1 is passed to the police before anything else, graded or not', () => {
  expect(asks({ grade: 1, gradedAt: null })).toEqual([{ from: plusMinutes(REPORTED, 2), move: { kind: 'pass-to-police' } }]);
});

test('nothing is asked of what is closed', () => { expect(asks({ state: 'closed', tasks: [task()], legs: LEGS })).toEqual([]); });

test('the leg that is missing is asked for, and no other', () => {
  const half = incident({ tasks: [task()], legs: LEGS, assignments: [sent('police', 'going'), { ...sent('social', 'declined'), endedAt: plusMinutes(REPORTED, 8) }] });
  expect(missingLegs(half, 't').map(({ id }) => id)).toEqual(['social']);
  expect(missingLegs(incident({ tasks: [task()], legs: LEGS, assignments: [sent('police', 'there'), sent('social', 'there')] }), 't')).toEqual([]);
});

test('a Grade 2 that nobody could be sent to ends only through a second person, and not before ninety minutes', () => {
  expect(asks({ tasks: [task()], legs: LEGS }).map(({ move, from }) => [move.kind, minutesBetween(REPORTED, from)])).toEqual([['send', 4], ['ask-end', 90]]);
});

test('no access is decided before anybody is sent again or anything ends', () => {
  const knocked = { tasks: [task()], legs: LEGS, assignments: [sent('police', 'left'), sent('social', 'left')], attendedAt: plusMinutes(REPORTED, 30) };
  const open = { id: 'f', taskId: 't', cause: 'no-access' as const, openedAt: plusMinutes(REPORTED, 40), dueAt: plusMinutes(REPORTED, 70), owner: { staffId: 's', name: '' }, decision: null, decidedAt: null, decidedBy: null };
  expect(asks({ ...knocked, followUps: [open] }).map(({ move }) => move.kind)).toEqual(['follow-up']);
  expect(asks({ ...knocked, followUps: [{ ...open, decision: 'retry', decidedAt: plusMinutes(REPORTED, 45) }] }).map(({ move }) => move.kind)).toEqual(['send']);
  expect(asks({ ...knocked, followUps: [{ ...open, decision: 'ring', decidedAt: plusMinutes(REPORTED, 45) }] }).map(({ move }) => move.kind)).toEqual(['settle-by-phone']);
});

const FROM = '2026-10-19T08:00:00.000Z';
const DAYS = 16;
const ROTA = shiftsOf(staffOf(), FROM, DAYS * 24, 3);
const minutesOf = ({ from, until }: { from: string; until: string }): number => minutesBetween(from, until);

test('27 staff are about 118 hours a day, most of them from the afternoon until after midnight, over the night the clocks change', () => {
  const crews = ROTA.filter(({ seat }) => seat === 'responder');
  // The last shifts end after the hours are over.
  expect(crews.reduce((sum, shift) => sum + minutesOf(shift), 0) / 60 / DAYS).toBeGreaterThan(112);
  expect(crews.reduce((sum, shift) => sum + minutesOf(shift), 0) / 60 / DAYS).toBeLessThan(126);
  const atWork = (hour: number): number => crews.filter(({ from, until }) => { const at = `2026-10-22T${String(hour).padStart(2, '0')}:30:00.000Z`; return from <= at && until > at; }).length;
  expect(Math.min(atWork(17), atWork(19), atWork(21))).toBeGreaterThan(Math.max(atWork(3), atWork(5)));
});

test('nobody works two shifts at once or without a night’s rest, and whole crews come and go together', () => {
  for (const own of Map.groupBy(ROTA, ({ key }) => key).values()) {
    own.forEach((shift, index) => { if (index > 0) expect(minutesBetween(own[index - 1]?.until ?? '', shift.from)).toBeGreaterThanOrEqual(10 * 60); });
  }
  for (const crew of Map.groupBy(ROTA.filter(({ team }) => team !== null), ({ team, from }) => `${team} ${from}`).values()) expect(crew.length).toBe(crew[0]?.team === 'P4' ? 1 : 2);
});

test('control, a supervisor and the EDT desk are never empty, and hand over to somebody who is there', () => {
  const staff = new Map(staffOf().map((one) => [one.key, one]));
  for (let minute = 0; minute < DAYS * 24 * 60; minute += 5) {
    const at = plusMinutes(FROM, minute);
    const there = ROTA.filter(({ from, until }) => from <= at && until > at).map(({ key }) => staff.get(key)?.roles[0]);
    for (const role of ['coordinator', 'supervisor', 'edt'] as const) expect(there).toContain(role);
  }
  const desks = ROTA.filter(({ seat, until }) => seat !== 'responder' && until < plusMinutes(FROM, DAYS * 24 * 60));
  for (const shift of desks) expect(desks.concat(ROTA).some((other) => other.key !== shift.key && other.seat === shift.seat && other.from <= plusMinutes(shift.until, -10) && other.until > plusMinutes(shift.until, 10))).toBe(true);
});

test('a roster of any size has everybody once, in crews of two, the odd one a youth worker alone', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 200 }), (responders) => {
    const crews = staffOf(responders).filter(({ team }) => team !== undefined);
    expect(crews.length).toBe(responders);
    expect(new Set(staffOf(responders).map(({ key }) => key)).size).toBe(staffOf(responders).length);
    for (const members of Map.groupBy(crews, ({ team }) => team).values()) {
      const police = members.filter(({ organisation }) => organisation === 'police').length;
      expect([members.length, police]).toEqual(members.length === 2 ? [2, 1] : [1, 0]);
    }
  }), { numRuns: 30 });
});
