// Missing until found and seen to be well, whoever says what in which order; and what a return leaves owed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { decideNotFound } from '../../shared/domain/decide-missing.ts';
import { decideDescribePerson } from '../../shared/domain/decide-person.ts';
import { decideEnd } from '../../shared/domain/decide-incident.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { isUnconfirmed, nextForMissing, owedInterviews, unconfirmedOf } from '../../shared/domain/missing.ts';
import { openReassessments } from '../../shared/domain/reassess.ts';
import { by, evening, events, graded, later, name, refused, type Deed } from './evening.ts';
import { interviewHeld, located, notWell, reported, riskFact, seenWell } from './search.ts';

const end: Deed = (file) => decideEnd(file, { ending: 'settled', reasonId: 'why', callerToldId: 'told', duplicateOfId: null, agreedRequestId: null }, name, by('ann', 700));
const taken: Deed = (file) => decideNotFound(file, { missingId: 'missing child', reasonId: 'why' }, by('ann', 40));
const search = (...deeds: readonly Deed[]): IncidentFile => evening(graded(3), reported('child'), ...deeds);
const next = (file: IncidentFile) => file.missing.map((one) => nextForMissing(one, file.people));

describe('somebody missing', () => {
  test('is to be found, then seen, then interviewed; found is not seen, and not well is not back', () => {
    expect(next(search())).toEqual(['find']);
    expect(next(search(located))).toEqual(['see']);
    expect(next(search(notWell))).toEqual(['see']);
    expect(next(search(seenWell))).toEqual(['interview']);
    expect(next(search(seenWell, interviewHeld))).toEqual(['prevention']);
  });
  test('keeps the incident open until they are confirmed and the interview is decided', () => {
    expect(refused(end(search()))).toBe('missing-not-confirmed');
    expect(refused(end(search(located)))).toBe('missing-not-confirmed');
    expect(refused(end(search(notWell)))).toBe('missing-not-confirmed');
    expect(refused(end(search(seenWell)))).toBe('return-interview-owed');
    expect(refused(end(search(seenWell, interviewHeld)))).toBeNull();
  });
  test('an adult owes no interview; said to be a child after all, they do', () => {
    const mother = evening(graded(3), reported('mother'));
    const back = { ...mother, missing: search(seenWell).missing.map((one) => ({ ...one, personId: 'mother' })) };
    expect(owedInterviews(back)).toEqual([]);
    const corrected = later(back, (file) => decideDescribePerson(file, { personId: 'mother', factsId: 'facts', beforeId: null, isChild: true, reasonId: null }, by('ann', 50)));
    expect(owedInterviews(corrected)).toHaveLength(1);
  });
  test('goes missing a second time: another search, and an interview of its own', () => {
    const again = later(search(seenWell, interviewHeld), (file) => {
      const decision = reported('child')(file);
      return decision.accepted ? { ...decision, events: decision.events.map((event) => (event.name === 'missing.reported' ? { ...event, missingId: 'second' } : event)) } : decision;
    });
    expect(again.missing).toHaveLength(2);
    expect(unconfirmedOf(again).map(({ id }) => id)).toEqual(['second']);
    expect(refused(reported('child')(again))).toBe('missing-already');
  });
  test('a fact about the risk asks for a fresh assessment while they are missing, and not once they are back', () => {
    expect(openReassessments(search(riskFact))).toHaveLength(1);
    expect(openReassessments(search(seenWell, riskFact))).toEqual([]);
  });
  test('a higher risk raises the grade at once; a lower one lowers nothing', () => {
    expect(evening(graded(3), reported('child', 'medium')).incident.grade).toBe(2);
    expect(later(evening(graded(3), reported('child', 'medium')), reported('mother', 'low')).incident).toMatchObject({ grade: 2, missingRisk: 'medium' });
  });
  test('whatever is said in whatever order: confirmed only by being seen well, every clock from the finding, and the log gives it back', () => fc.assert(fc.property(
    fc.array(fc.constantFrom(located, seenWell, notWell, taken, interviewHeld, riskFact), { maxLength: 12 }),
    (deeds) => {
      let file = search();
      const all = [...deeds];
      for (const deed of all) {
        const decision = deed(file);
        if (!decision.accepted) continue;
        const before = file;
        file = applyAll(file, events(decision));
        expect(file).toEqual(applyAll(before, decision.events));
        const [one] = file.missing;
        if (one === undefined) throw new Error('the missing person is gone');
        expect(isUnconfirmed(one)).toBe(!(one.locatedAt !== null && one.seenWell === true));
        expect((one.locatedAt === null)).toBe(one.interviewDueAt === null);
        if (one.seenAt !== null) expect(one.locatedAt !== null && one.locatedAt <= one.seenAt).toBe(true);
        if (isUnconfirmed(one)) expect(refused(end(file))).not.toBeNull();
      }
    })));
});
