// No ranking offers whom the dispatch rule refuses: both are asked about the same night, made up at random.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NEEDS, PROFESSIONS, type Need, type Profession } from '../../shared/domain/activity.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { GENDERS } from '../../shared/domain/crew-gender.ts';
import { decideDispatch, PLAINLY, type Candidate } from '../../shared/domain/decide-dispatch.ts';
import { decideHold } from '../../shared/domain/decide-hold.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { WARNING_KINDS } from '../../shared/domain/incident-words.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { RankFacts, RankPerson } from '../../shared/domain/rank-facts.ts';
import { rankAlone, rankPairs, type Ranked } from '../../shared/domain/rank-pairs.ts';
import { SKILLS, type Skill } from '../../shared/domain/skill.ts';
import { onlyFor } from '../../shared/domain/crew-gender.ts';
import { at, by, evening, events, graded, refused } from './evening.ts';
import { decideAddTask } from '../../shared/domain/decide-task.ts';

const NOW = at(5);
const some = fc.boolean();
const skills = fc.subarray<Skill>([...SKILLS]);
const people = fc.array(fc.record({
  profession: fc.option(fc.constantFrom<Profession>(...PROFESSIONS)), skills, seat: fc.constantFrom('responder' as const, 'responder' as const, 'edt' as const), team: fc.constantFrom(null, 'b1', 'b2'), gender: fc.option(fc.constantFrom(...GENDERS)),
  minutes: fc.option(fc.integer({ min: 1, max: 90 })), off: some, busy: some, broken: some, held: fc.constantFrom(null, 'here', 'elsewhere'), seldom: fc.integer({ min: 0, max: 9 }), declined: some, vehicle: some,
}), { minLength: 1, maxLength: 9 });
const legs = fc.array(fc.record({ need: fc.constantFrom<Need>(...NEEDS), skills: fc.subarray<Skill>(['driver', 'speaks:pl'], { maxLength: 1 }) }), { minLength: 1, maxLength: 3 });

/** One person as the ranking knows them, and as the dispatch rule does; what keeps somebody is rare, or nobody would be left. */
function both(one: (typeof people extends fc.Arbitrary<(infer P)[]> ? P : never), index: number): { person: RankPerson; candidate: Candidate } {
  const id = `p${index}`;
  const rare = one.seldom === 0;
  const [off, busy, broken, held] = [rare && one.off, rare && one.busy, rare && one.broken, one.seldom < 2 ? one.held : null];
  const vehicle = one.team !== null && one.vehicle ? `van of ${one.team}` : null;
  const common = { dutyId: id, staffId: `staff ${id}`, name: id, profession: one.profession, skills: one.skills, teamId: one.team, vehicle, gender: one.gender };
  return {
    person: {
      ...common, lapsed: [], seat: one.seat, callSign: one.team, onDutySince: at(0), offDutySince: off ? at(1) : null, position: one.minutes === null ? null : { lat: 53.7, lon: -2.2, at: at(4) },
      travel: one.minutes === null ? null : { minutes: one.minutes, basis: 'straight-line' }, visit: busy ? { ref: null, since: at(1), freeAt: at(60), shown: null } : null, onBreakUntil: broken ? at(30) : null,
      held: held === null ? null : { here: held === 'here', ref: null, by: null, until: at(15) }, overwork: null, booked: null, bookedHere: false, declined: rare && one.declined ? { at: at(2), reason: 'unsafe' } : null, replaced: false, visitsTonight: 0, knowsFamily: false,
    },
    candidate: {
      ...common, assignmentId: `a ${id}`, onDuty: !off, breakUntil: broken ? at(30) : null, busyOn: busy ? { ref: 'other', by: 'ann', at: at(1) } : null,
      heldFor: held === null ? null : { taskId: held === 'here' ? 'visit' : 'another', ref: 'other', by: 'ann', until: at(15) },
    },
  };
}

test('whoever stands in a line of the ranking, in its order, is sent by the rule as it stands there, or held', () => {
  let [offered, ahead] = [0, 0];
  fc.assert(fc.property(people, legs, fc.subarray([...WARNING_KINDS], { maxLength: 2 }), some, fc.constantFrom('visit' as const, 'phone' as const), (made, wanted, kinds, driverNeeded, kind) => {
    const night = made.map(both);
    const file = applyAll(evening(graded(2), (before) => decideAddTask(before, {
      taskId: 'visit', activity: 'welfare-check', kind, legs: wanted.map((leg, index) => ({ id: `leg${index}`, ...leg })), detailId: null, dueFrom: null, dueAt: null,
    }, by('ann', 1))), kinds.length === 0 ? [] : kinds.map((warning, index) => ({ name: 'warning.recorded' as const, at: at(2), byId: 'ann', warningId: `w${index}`, kind: warning, sourceId: 'source', reviewAt: plusMinutes(NOW, 9_000) })));
    const facts: RankFacts = {
      sending: { ...FIRST_POLICY.sending, driverNeeded }, people: night.map(({ person }) => person),
      task: {
        taskId: 'visit', activity: 'welfare-check', kind, missing: wanted.map((leg, position) => ({ id: `leg${position}`, position, ...leg })), standing: 0, dueAt: at(50), place: { lat: 53.7, lon: -2.2 },
        doubleCrewed: kinds.includes('double-crewed-only'), singleGender: false, only: onlyFor(kinds), underWay: [],
      },
    };
    const candidates = ({ placed }: Ranked) => placed.flatMap(({ person }) => night.find(({ candidate }) => candidate.dutyId === person.dutyId)?.candidate ?? []);
    const terms = { ...PLAINLY, needsDriver: driverNeeded };
    for (const line of rankPairs(facts, NOW)) {
      offered += 1;
      const sent = decideDispatch(file, 'visit', candidates(line), (moment) => moment, by('ann', 5), terms);
      expect(refused(sent)).toBeNull();
      expect(events(sent).flatMap((event) => (event.name === 'assignment.dispatched' ? [event.legId] : []))).toEqual(line.placed.map(({ leg }) => leg.id));
    }
    for (const line of rankAlone(facts, NOW)) {
      ahead += 1;
      expect(refused(decideDispatch(file, 'visit', candidates(line), (moment) => moment, by('ann', 5), { ...terms, solo: { soloId: 'solo', reasonId: 'near', allowed: FIRST_POLICY.sending.soloFirst } }))).toBeNull();
    }
    const [best] = rankPairs(facts, NOW);
    if (best !== undefined && kind === 'visit' && candidates(best).every(({ heldFor }) => heldFor === null)) {
      expect(refused(decideHold(file, 'visit', candidates(best), { holdMinutes: 10, newId: () => 'held' }, (moment) => moment, by('ann', 5)))).toBeNull();
    }
  }), { numRuns: 400 });
  // Nights in which nobody could be offered would prove nothing.
  expect(Math.min(offered, ahead)).toBeGreaterThan(20);
});
