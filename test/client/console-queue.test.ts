// The queue says what is owed by whom, holds still under the hand, and never hides an incident without counting it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockOf } from '../../client/console/board/clock-of.ts';
import { byUrgency, isPressing, isUncovered } from '../../client/console/board/queue-item.ts';
import { heldOrder } from '../../client/console/queue/held-order.ts';
import { filterWords, NO_FILTER, passes } from '../../client/console/queue/queue-filter.ts';
import { ago, incident, item, NOW, withTask, named } from './console-night.ts';

const words = (...args: Parameters<typeof item>): string[] => item(...args).claims.map((claim) => claim.words);

describe('how an incident stands', () => {
  test('the missing leg is named, beside the crew that goes', () => {
    expect(item(withTask('welfare-check', [{ state: 'going', name: 'Holt' }])).stand).toBe('needs social work leg · B2 sent');
    expect(item(withTask('welfare-check')).stand).toBe('nobody sent: police and social work legs');
    expect(item(withTask('return-interview')).stand).toBe('nobody sent: independent interviewer');
  });

  test('both going is not both there', () => {
    const both = (state: 'going' | 'there') => item(withTask('welfare-check', [{ state, name: 'Holt' }, { state, name: 'Amin' }])).stand;
    expect(both('going')).toBe('both going: B2');
    expect(both('there')).toBe('both there: B2');
  });

  test('people are told without their names, and an address is not told at all', () => {
    const row = item(incident({
      people: [
        named({ personId: 'p1', name: 'Amira Khan', isChild: true, relation: 'child', age: '9, born 12 Mar 2017' }), named({ personId: 'p2', name: 'Sana Khan', isChild: false, relation: 'mother', age: 'about 31' }),
      ],
    }));
    expect(row.people).toBe('child, 9 · adult, 31');
    expect(`${row.people} ${row.district} ${row.stand}`).not.toMatch(/Khan|Stoneyholme/);
  });

  test('four figures from another night say so', () => {
    expect(item(incident()).tail).toBe('0047');
    expect(item(incident({ night: '2026-11-19', ref: 'EAR-1119-0047' }))).toMatchObject({ tail: '1119-0047', otherNight: 'Thu' });
  });
});

describe('what it asks for', () => {
  test('a Grade 2 that nobody goes to is pressing; a Grade 3 with two days is not', () => {
    expect(isPressing(item(withTask('welfare-check')))).toBe(true);
    const planned = item(withTask('welfare-check', [], { grade: 3, dueAt: '2026-11-22T23:00:00.000Z' }));
    expect([isPressing(planned), isUncovered(planned)]).toEqual([false, true]);
  });

  test('a notification that nobody answers is said after three minutes', () => {
    expect(words(withTask('hospital-liaison', [{ state: 'dispatched', name: 'Amin' }]))).toContain('not answered for 9 min');
    expect(words(withTask('hospital-liaison', [{ state: 'accepted', name: 'Amin' }]))).toEqual([]);
  });

  test('a request presses on a second person, never on the one who asked', () => {
    const asked = (staffId: string) => incident({
      requests: [{ id: 'r', kind: 'grade', toGrade: 3, ending: null, receivingTeam: null, rationale: 'why', by: { staffId, name: 'X' }, at: ago(5), state: 'waiting', decidedBy: null, decidedAt: null }],
    });
    expect(words(asked('somebody'), true)).toContain('asks for a second person');
    expect(words(asked('kaur'), true)).toContain('waiting for a second person');
    expect(words(asked('somebody'), false)).toContain('waiting for a second person');
  });

  test('an owner who has gone home is said', () => {
    expect(words(incident({ owner: { staffId: 'lowe', name: 'Peter Lowe', organisation: 'Council', onDuty: false } }))).toContain('Peter Lowe is off duty');
  });
});

test('the bar is measured on the clock that runs: a follow-up’s half hour, not the grade’s two days', () => {
  const view = incident({ grade: 3, dueAt: '2026-11-22T23:00:00.000Z', followUps: [{ id: 'f', taskId: 't1', cause: 'no-access', openedAt: ago(26), dueAt: ago(-4), owner: { staffId: 'kaur', name: 'K' }, decision: null, decidedAt: null, decidedBy: null }] });
  expect(clockOf(view)).toEqual({ from: ago(26), at: ago(-4), cause: 'follow-up' });
});

test('an unpassed Grade 1 is above whatever is latest', () => {
  const late = incident({ id: 'late', dueAt: ago(90) });
  const emergency = incident({ id: 'one', grade: 1, dueAt: ago(1) });
  expect(byUrgency([late, emergency, incident({ id: 'closed', state: 'closed' })]).map(({ id }) => id)).toEqual(['one', 'late']);
});

describe('the order under the hand', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 30 });

  test('nothing that stays changes its place among what stays, and nothing is lost or shown twice', () => {
    fc.assert(fc.property(ids, ids, (shown, wanted) => {
      const held = heldOrder(shown, wanted);
      expect(held.toSorted()).toEqual(wanted.toSorted());
      const stayed = shown.filter((id) => wanted.includes(id));
      expect(held.slice(0, stayed.length)).toEqual(stayed);
    }));
  });
});

describe('filters', () => {
  const now = new Date(NOW);
  test('without one, everything passes and nothing is said', () => {
    expect(passes(NO_FILTER, item(incident()), now)).toBe(true);
    expect(filterWords(NO_FILTER)).toBe('');
  });

  test.each([
    [{ mine: true }, true], [{ grades: [3] as const }, false], [{ districtCode: 'E07000117' }, true], [{ districtCode: 'E07000123' }, false], [{ age: 'over-a-day' as const }, false], [{ needsAction: true }, true],
  ])('%j lets a Burnley Grade 2 without a task through: %s', (part, through) => {
    expect(passes({ ...NO_FILTER, ...part }, item(incident()), now)).toBe(through);
  });

  test('what is shown is said in words', () => {
    expect(filterWords({ ...NO_FILTER, mine: true, grades: [3, 2], districtCode: 'E07000123' })).toBe('mine · Grade 2, 3 · Preston');
  });
});
