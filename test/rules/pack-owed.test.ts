// What a pack names as owed: every search, promise, dispute, fresh assessment and interview that stands, and none that does not.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MISSING_RISKS } from '../../shared/domain/incident-words.ts';
import { INTERVIEW_STEPS, isUnconfirmed, owesInterview } from '../../shared/domain/missing.ts';
import { NOTHING_MORE } from '../../shared/protocol/person-more.ts';
import { owedInPack } from '../../shared/protocol/pack-owed.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';

type Owing = Parameters<typeof owedInPack>[0];
const by = { staffId: 'ann', name: 'Ann Heron' };
const AT = '2026-11-20T22:10:00.000Z';
const LATER = '2026-11-20T23:10:00.000Z';
const DUE = '2026-11-23T22:40:00.000Z';

const person = (personId: string, name: string, isChild: boolean): IncidentView['people'][number] =>
  ({ personId, name, isChild, relation: 'person concerned', age: 'about 13', factsId: null, said: { name, bornOn: null, approximateAge: 13 }, more: NOTHING_MORE });
const missing = (change: Partial<IncidentView['missing'][number]> = {}): IncidentView['missing'][number] => ({
  id: 'missing', personId: 'child', reportedAt: AT, risk: 'high', assessedAt: AT, assessedBy: by, facts: [], locatedAt: null, locatedNote: null, seenAt: null, seenWell: null, seenNote: null, interviewDueAt: null,
  interview: null, interviewSteps: [], preventionAt: null, preventionBy: null, endedAs: null, endedAt: null, taker: null, ...change,
});
const promise = (change: Partial<IncidentView['promises'][number]> = {}): IncidentView['promises'][number] =>
  ({ id: 'promise', kind: 'call-back', said: 'We ring you', madeAt: AT, madeBy: by, dueAt: LATER, doubtedAt: null, state: 'standing', endedAt: null, ...change });
const lead = (change: Partial<IncidentView['leads'][number]> = {}): IncidentView['leads'][number] => ({
  id: 'lead', leader: 'police', ground: 'crime', at: AT, by, taker: null, takenAt: null, reference: null, disputeWith: null, disputedAt: null, disputeDueAt: null, answerer: null, answeredAt: null, outcome: null, endedAt: null, ...change,
});
const owing = (change: Partial<Owing> = {}): Owing => ({ people: [person('child', 'Hazel Plover', true), person('mother', 'Olive Plover', false)], missing: [], leads: [], promises: [], reassessments: [], attendedAt: null, ...change });
const back = { locatedAt: AT, seenAt: LATER, seenWell: true, interviewDueAt: DUE };
const step = (which: (typeof INTERVIEW_STEPS)[number]) => ({ id: which, step: which, who: 'Rowan', note: null, carersView: null, at: AT, by });

describe('a pack names as owed', () => {
  test('a search: to be found, or to be seen well', () => {
    expect(owedInPack(owing({ missing: [missing()] }))).toEqual(['Find Hazel Plover, about 13: missing since Fri 20 Nov 22:10, high risk, not found']);
    expect(owedInPack(owing({ missing: [missing({ locatedAt: LATER, personId: 'mother', preventionAt: LATER })] }))).toEqual(['See that Olive Plover, about 13 is well: found Fri 20 Nov 23:10, not yet seen']);
    expect(owedInPack(owing({ missing: [missing({ endedAs: 'handed-on' })] }))).toEqual([]);
  });
  test('a return interview with what was done so far, and the police prevention interview', () => {
    expect(owedInPack(owing({ missing: [missing(back)] }))).toEqual([
      'Return interview with Hazel Plover, about 13, by somebody independent, by Mon 23 Nov 22:40: not offered yet', 'Police prevention interview with Hazel Plover, about 13: not recorded yet']);
    expect(owedInPack(owing({ missing: [missing({ ...back, preventionAt: LATER, interviewSteps: [step('offered'), step('attempted'), step('attempted')] })] }))[0]).toContain('offered once, tried twice');
    expect(owedInPack(owing({ missing: [missing({ ...back, preventionAt: LATER, interview: 'refused' })] }))).toEqual([]);
  });
  test('a caller who waits; one who was told that nobody comes only if that is in doubt', () => {
    expect(owedInPack(owing({ promises: [promise()] }))).toEqual(['Call the caller back by Fri 20 Nov 23:10: “We ring you”']);
    expect(owedInPack(owing({ promises: [promise({ kind: 'nobody-comes', dueAt: null })] }))).toEqual([]);
    expect(owedInPack(owing({ promises: [promise({ kind: 'nobody-comes', dueAt: null, doubtedAt: LATER })] }))).toEqual(['Tell the caller what holds now: the grade has changed since they were told “We ring you”']);
    expect(owedInPack(owing({ promises: [promise({ kind: 'somebody-comes' })], attendedAt: LATER }))).toEqual([]);
    expect(owedInPack(owing({ promises: [promise({ state: 'kept' })] }))).toEqual([]);
  });
  test('a lead that nobody has taken, a dispute, a fresh assessment', () => {
    expect(owedInPack(owing({ leads: [lead()] }))).toEqual(['The lead asked of police is taken by nobody: ours until a named person there has it']);
    expect(owedInPack(owing({ leads: [lead({ takenAt: AT, taker: 'Sgt Wren' })] }))).toEqual([]);
    expect(owedInPack(owing({ leads: [lead({ disputeWith: 'Insp Tawny', disputedAt: AT, disputeDueAt: LATER })] }))).toEqual(['Who leads is disputed with Insp Tawny: an answer is due by Fri 20 Nov 23:10']);
    expect(owedInPack(owing({ reassessments: [{ id: 'r', cause: 'risk-fact', askedAt: AT, askedBy: by, dueAt: LATER, endedAt: null }] }))).toEqual(['Assess the risk afresh by Fri 20 Nov 23:10: a new fact about somebody’s risk']);
  });
  test('times on the night of 25 hours as two, not one', () => {
    expect(owedInPack(owing({ promises: [promise({ dueAt: '2026-10-25T00:30:00.000Z' })] }))[0]).toContain('Sun 25 Oct 01:30 BST');
    expect(owedInPack(owing({ promises: [promise({ dueAt: '2026-10-25T01:30:00.000Z' })] }))[0]).toContain('Sun 25 Oct 01:30 GMT');
  });
  test('whoever is missing and in whatever state: the search while it is open, the interview while it is owed, and neither when it is not', () => {
    const state = fc.record({
      personId: fc.constantFrom('child', 'mother'), risk: fc.constantFrom(...MISSING_RISKS), locatedAt: fc.constantFrom(null, AT), seenWell: fc.constantFrom(null, true, false), endedAs: fc.constantFrom(null, 'handed-on' as const, 'not-missing' as const),
      interview: fc.constantFrom(null, 'held' as const, 'refused' as const), preventionAt: fc.constantFrom(null, LATER),
    });
    fc.assert(fc.property(state, (one) => {
      const incident = owing({ missing: [missing(one)] });
      const lines = owedInPack(incident);
      const search = lines.filter((line) => line.startsWith('Find') || line.startsWith('See that'));
      expect(search).toHaveLength(isUnconfirmed(missing(one)) ? 1 : 0);
      expect(lines.slice(0, search.length)).toEqual(search);
      expect(lines.some((line) => line.startsWith('Return interview'))).toBe(owesInterview(missing(one), incident.people));
    }));
  });
});
