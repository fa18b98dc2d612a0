// The debrief counts every incident once in each of its tables, holds a target to be met only by an arrival in time, and explains every minute of a wait.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Profession } from '../../shared/domain/activity.ts';
import { debriefOf } from '../../shared/domain/debrief.ts';
import type { CrewAtWork, DebriefFacts } from '../../shared/domain/debrief-facts.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { aNight, after, EVENING, incident, MORNING, sent } from './debrief-facts.ts';

const NIGHT = { from: EVENING, until: MORNING };
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const grade2 = (facts: readonly DebriefFacts[], asAt = MORNING) => debriefOf(facts, { ...NIGHT, asAt }).targets.find(({ grade }) => grade === 2);
const why = (one: DebriefFacts, others: readonly DebriefFacts[] = [], crews?: readonly CrewAtWork[]) =>
  debriefOf([one, ...others], { ...NIGHT, ...(crews === undefined ? {} : { crewsOnDuty: () => crews }) }).waits.find(({ ref }) => ref === one.ref)?.why;

const crew = (callSign: string, ...professions: Profession[]): CrewAtWork => ({ crew: callSign, members: professions.map((profession) => ({ profession, skills: [] })) });
const THREE = ['B1', 'B2', 'P1'].map((callSign) => crew(callSign, 'constable', 'social-worker'));

describe('counting', () => {
  test('of nothing is nothing, with no share and no percentile', () => {
    const debrief = debriefOf([], NIGHT);
    expect(debrief).toMatchObject({ calls: 0, waits: [], endings: [], byDoor: [] });
    expect(debrief.targets.map(({ shareMet }) => shareMet)).toEqual([null, null]);
    expect(debrief.arrivals.every(({ medianMinutes, ninetiethMinutes }) => medianMinutes === null && ninetiethMinutes === null)).toBe(true);
  });

  test('every incident reported in these hours is counted once by grade, hour, district and door, and no other', () => {
    fc.assert(fc.property(aNight, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 700 }), (night, start, length) => {
      const [from, until] = [after(start), after(start + length)];
      const debrief = debriefOf(night, { from, until, asAt: MORNING });
      const counted = night.filter(({ reportedAt }) => reportedAt >= from && reportedAt < until).length;
      expect([debrief.calls, ...[debrief.byGrade, debrief.byHour, debrief.byDistrict, debrief.byDoor].map((rows) => sum(rows.map(({ calls }) => calls)))]).toEqual(Array.from({ length: 5 }, () => counted));
    }));
  });

  test('the hours stand in the order in which they came, by London’s clocks, and the one that came twice is one', () => {
    expect(debriefOf([], NIGHT).byHour.map(({ hour }) => hour)).toEqual([19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6]);
    const back = { from: '2026-10-24T23:00:00.000Z', until: '2026-10-25T03:00:00.000Z' };
    const twice = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'].map((reportedAt) => incident({ reportedAt, raisedAt: reportedAt }));
    expect(debriefOf(twice, back).byHour.map(({ hour, calls }) => [hour, calls])).toEqual([[0, 0], [1, 2], [2, 0]]);
  });

  test('the order in which incidents are given changes nothing', () => {
    fc.assert(fc.property(aNight.chain((night) => fc.tuple(fc.constant(night), fc.shuffledSubarray(night, { minLength: night.length }))), ([night, shuffled]) => {
      const known = new Set(night.map(({ reportedAt }) => reportedAt));
      fc.pre(known.size === night.length);
      expect(debriefOf(shuffled, NIGHT)).toEqual(debriefOf(night, NIGHT));
    }));
  });
});

describe('targets', () => {
  test.each([
    ['there at the last moment', { attendedAt: after(60) }, 'met'],
    ['there a second later', { attendedAt: plusMinutes(after(60), 1 / 60) }, 'missed'],
    ['nobody there, the hour over', {}, 'missed'],
    ['ended after the hour, with nobody there', { endedAt: after(61), ending: 'settled' }, 'missed'],
    ['ended within the hour, with nobody there', { endedAt: after(30), ending: 'passed-on' }, 'ended'],
    ['linked to another incident', { duplicate: true, endedAt: after(5), ending: 'duplicate' }, 'none'],
    ['loosened after the arrival', { attendedAt: after(90), grade: 3, dueAt: after(2880) }, 'missed'],
  ] as const)('%s: %s', (_what, change, standing) => {
    const figures = grade2([incident(change)]);
    expect(figures).toMatchObject({
      calls: standing === 'none' ? 0 : 1, due: standing === 'met' || standing === 'missed' ? 1 : 0, met: standing === 'met' ? 1 : 0, endedUnattended: standing === 'ended' ? 1 : 0, stillRunning: 0,
    });
  });

  test('what is not yet due is neither met nor missed, and an arrival that is still to come is not known yet', () => {
    expect(grade2([incident({ attendedAt: after(45) })], after(40))).toMatchObject({ calls: 1, due: 0, met: 0, shareMet: null, stillRunning: 1 });
    expect(grade2([incident({ attendedAt: after(45) })], after(45))).toMatchObject({ due: 1, met: 1, shareMet: 1, stillRunning: 0 });
  });

  test('each call with a target is met, missed, still running or ended, and the share is met of due', () => {
    fc.assert(fc.property(aNight, fc.integer({ min: 0, max: 4000 }), (night, minutes) => {
      for (const { grade, calls, due, met, shareMet, stillRunning, endedUnattended } of debriefOf(night, { ...NIGHT, asAt: after(minutes) }).targets) {
        expect(due + stillRunning + endedUnattended).toBe(calls);
        expect(calls).toBe(night.filter(({ strictest, duplicate, reportedAt }) => strictest === grade && !duplicate && reportedAt < MORNING).length);
        expect(shareMet).toBe(due === 0 ? null : met / due);
        expect(met).toBeLessThanOrEqual(due);
      }
    }));
  });

  test('time passing turns nothing that was met into missed', () => {
    fc.assert(fc.property(aNight, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 4000 }), (night, minutes, more) => {
      const [early, late] = [grade2(night, after(minutes)), grade2(night, after(minutes + more))];
      expect(late?.met).toBeGreaterThanOrEqual(early?.met ?? 0);
      expect(late?.due).toBeGreaterThanOrEqual(early?.due ?? 0);
    }));
  });
});

describe('arrivals', () => {
  test('the median lies between the two in the middle, the ninetieth a tenth from the top; first and joint apart', () => {
    const night = [10, 20, 30, 50].map((minutes, index) => incident({ ref: `EAR-1120-000${index}`, attendedAt: after(minutes), jointAt: index === 0 ? after(70) : null }));
    const [first, joint] = debriefOf(night, NIGHT).arrivals;
    expect(first).toMatchObject({ grade: 2, which: 'first', arrived: 4, medianMinutes: 25, spread: [1, 1, 1, 0, 1, 0, 0, 0, 0] });
    expect(first?.ninetiethMinutes).toBeCloseTo(44);
    expect(joint).toMatchObject({ grade: 2, which: 'joint', arrived: 1, medianMinutes: 70, ninetiethMinutes: 70, spread: [0, 0, 0, 0, 0, 0, 1, 0, 0] });
  });

  test('every arrival falls in one step, and the median before the ninetieth', () => {
    fc.assert(fc.property(aNight, (night) => {
      for (const { arrived, spread, medianMinutes, ninetiethMinutes } of debriefOf(night, { ...NIGHT, asAt: after(9999) }).arrivals) {
        expect(sum(spread)).toBe(arrived);
        expect(ninetiethMinutes ?? 0).toBeGreaterThanOrEqual(medianMinutes ?? 0);
      }
    }));
  });
});

describe('what waited longest, and why', () => {
  test('the parts of a wait are the whole of it, none is negative, and the sentence names the longest', () => {
    fc.assert(fc.property(aNight, fc.integer({ min: 0, max: 3000 }), (night, minutes) => {
      for (const wait of debriefOf(night, { from: EVENING, until: after(Math.min(minutes, 720)), asAt: after(minutes) }).waits) {
        expect(sum(wait.parts.map((part) => part.minutes))).toBeCloseTo(wait.minutes, 6);
        expect(wait.parts.every((part) => part.minutes > 0)).toBe(true);
        if (wait.minutes >= 1) expect(wait.why).toMatch(/^\d+ (min|h|days) /);
      }
    }));
  });

  test('the ten that took most of their target come first: an hour of Grade 2 before a day of Grade 3', () => {
    const planned = incident({ ref: 'EAR-1120-0003', grade: 3, strictest: 3, dueAt: after(2880) });
    const many = Array.from({ length: 12 }, (_, index) => incident({ ref: `EAR-1120-01${String(index).padStart(2, '0')}`, attendedAt: after(20 + index) }));
    const { waits } = debriefOf([planned, ...many], NIGHT);
    expect(waits).toHaveLength(10);
    expect(waits[0]).toMatchObject({ ref: 'EAR-1120-0111', minutes: 31, outcome: 'attended' });
    expect(debriefOf([planned, incident({ ref: 'EAR-1120-0002', attendedAt: after(59) })], NIGHT).waits.map(({ ref }) => ref)).toEqual(['EAR-1120-0002', 'EAR-1120-0003']);
  });

  test('nobody was free', () => {
    const one = incident({ attendedAt: after(62), dispatches: [sent({ at: 52, accepted: 53, going: 54, there: 62 })] });
    const others = ['B1', 'B2', 'P1'].map((crew, index) => incident({ ref: `EAR-1119-000${index}`, reportedAt: after(-30), raisedAt: after(-30), gradedAt: after(-30), dispatches: [sent({ crew, at: -20, ended: 50 })] }));
    expect(why(one, others, THREE)).toBe('48 min until a crew was sent: 3 of 3 crews were out with others.');
    expect(why(one, others.slice(1), THREE)).toBe('48 min until a crew was sent: 2 of 3 crews were out with others.');
    expect(why(one, others)).toBe('48 min until a crew was sent: 3 crews were out with others.');
    expect(why(one, [], [])).toBe('48 min until a crew was sent: no crew was at work.');
  });

  test('somebody was free, and could not have stood in a leg of it', () => {
    const assessment = incident({ needs: ['constable', 'amhp'], attendedAt: after(62), dispatches: [sent({ at: 52, accepted: 53, going: 54, there: 62 })] });
    const out = incident({ ref: 'EAR-1119-0001', dispatches: [sent({ crew: 'B1', at: -20, ended: 50 })] });
    const [social, youth, police] = [crew('P1', 'social-worker'), crew('L1', 'youth-worker', 'pcso'), crew('C1', 'constable')];
    expect(why(assessment, [out], [...THREE.slice(0, 1), social, youth])).toBe('48 min until a crew was sent: 1 of 3 crews were out with others, and nobody who was free could stand in a leg of it.');
    expect(why(assessment, [], [social, police])).toBe('48 min until a crew was sent: all 2 crews were free, and of the 2 that were free 1 could stand in a leg of it.');
    const approved = { crew: 'P1', members: [{ profession: 'social-worker' as const, skills: ['amhp' as const] }] };
    expect(why({ ...assessment, needs: ['amhp'] }, [], [approved, youth])).toBe('48 min until a crew was sent: all 2 crews were free, and of the 2 that were free 1 could stand in a leg of it.');
    expect(why({ ...assessment, needs: [] }, [], [social])).toBe('48 min until a crew was sent: the one crew at work was free.');
  });

  test('a phone task takes no crew off the road, and sends none', () => {
    const onThePhone = incident({ ref: 'EAR-1119-0001', dispatches: [sent({ crew: 'B1', at: 0, kind: 'phone' })] });
    expect(why(incident({ attendedAt: after(40), dispatches: [sent({ at: 6, kind: 'phone' }), sent({ at: 30, there: 40 })] }), [onThePhone], THREE.slice(0, 2))).toBe('26 min until a crew was sent: all 2 crews were free.');
  });

  test.each([
    ['a long road', [sent({ at: 6, accepted: 7, going: 8, there: 50 })], '42 min on the road.'],
    ['declined twice', [sent({ at: 5, ended: 15, declined: true }), sent({ crew: 'P1', at: 15, ended: 35, declined: true }), sent({ at: 36, accepted: 37, going: 38, there: 50 })], '30 min lost with a crew that declined. Declined twice.'],
    ['called away', [sent({ at: 5, accepted: 6, going: 7, ended: 40 }), sent({ crew: 'P1', at: 41, accepted: 42, going: 43, there: 50 })], '35 min lost with a crew that was called away.'],
    ['no answer', [sent({ at: 6, accepted: 40, going: 41, there: 50 })], '34 min until the crew answered.'],
    ['late to set off', [sent({ at: 6, accepted: 7, going: 45, there: 50 })], '38 min until the crew set off.'],
  ])('%s', (_what, dispatches, sentence) => expect(why(incident({ attendedAt: after(50), dispatches }))).toBe(sentence));

  test('late to be entered, late to be graded, and the other leg', () => {
    const there = [sent({ at: 31, accepted: 31, going: 32, there: 40 })];
    expect(why(incident({ raisedAt: after(30), gradedAt: after(31), attendedAt: after(40), dispatches: there }))).toBe('30 min until it was entered.');
    expect(why(incident({ gradedAt: after(31), attendedAt: after(40), dispatches: there }))).toBe('29 min until it was graded.');
    expect(why(incident({ gradedAt: after(31), attendedAt: after(40), jointAt: after(95), dispatches: there }))).toBe('29 min until it was graded. The other leg came 55 min after the first.');
  });

  test.each([
    ['1 h 58 min and not graded.', { gradedAt: null }],
    ['1 h 56 min with nobody sent: no crew was at work.', {}],
    ['1 h 55 min with no answer from the crew.', { dispatches: [sent({ at: 5 })] }],
    ['1 h 54 min and the crew not on its way.', { dispatches: [sent({ at: 5, accepted: 6 })] }],
    ['1 h 53 min on the road, and not there.', { dispatches: [sent({ at: 5, accepted: 6, going: 7 })] }],
  ])('nobody there yet: %s', (sentence, change) => expect(debriefOf([incident(change)], { ...NIGHT, asAt: after(120), crewsOnDuty: () => [] }).waits[0]?.why).toBe(sentence));

  test('who still waits, and what ended with nobody there, say so', () => {
    const [still, ended] = [incident(), incident({ ref: 'EAR-1120-0002', endedAt: after(90), ending: 'passed-on' })];
    expect(debriefOf([still, ended], { ...NIGHT, asAt: after(120) }).waits).toMatchObject([
      { ref: still.ref, outcome: 'still-waiting', minutes: 120, ending: null, shareOfTarget: 2 }, { ref: ended.ref, outcome: 'ended-unattended', minutes: 90, ending: 'passed-on' },
    ]);
  });
});

describe('endings', () => {
  test('attended and unattended apart, and what is open or was still open then not at all', () => {
    const night = [incident({ endedAt: after(30), ending: 'passed-on' }), incident({ attendedAt: after(20), endedAt: after(40), ending: 'settled' }), incident({ endedAt: after(50), ending: 'settled' }), incident()];
    expect(debriefOf(night, { ...NIGHT, asAt: after(45) }).endings).toEqual([{ ending: 'settled', attended: 1, unattended: 0 }, { ending: 'passed-on', attended: 0, unattended: 1 }]);
  });
});
