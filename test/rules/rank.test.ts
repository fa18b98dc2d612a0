// The ranking: pruning loses nothing, no line offers whom the rules forbid, and everybody who is in no line has a reason.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NEEDS, PROFESSIONS, type Need, type Profession } from '../../shared/domain/activity.ts';
import { makeForecast } from '../../shared/domain/forecast.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { RankFacts, RankPerson, VisitShown } from '../../shared/domain/rank-facts.ts';
import { diversions, mayBeNearer } from '../../shared/domain/rank-beyond.ts';
import { fits, whyNotSent } from '../../shared/domain/rank-fit.ts';
import { rankAlone, rankPairs } from '../../shared/domain/rank-pairs.ts';
import { leftOut, whyThere } from '../../shared/domain/rank-reasons.ts';
import { whatIsMissing } from '../../shared/domain/rank-short.ts';
import { diversionSentence, forecastSentence, leftOutSentence, nearerSentence, nobodySentence, waySentence, whyThereSentence } from '../../shared/domain/rank-words.ts';
import { FIRST_SENDING } from '../../shared/domain/sending-policy.ts';
import { isBusyHour, reachKm, straightLine } from '../../shared/domain/travel.ts';
import { greatCircleKm } from '../../shared/domain/distance.ts';
import { SKILLS } from '../../shared/domain/skill.ts';

const NOW = '2026-11-20T23:00:00.000Z';
const ago = (minutes: number) => plusMinutes(NOW, -minutes);
const GOING = { shown: null } as const;
const BURNLEY = { lat: 53.789, lon: -2.248 };

function person(name: string, profession: Profession | null, minutes: number | null, change: Partial<RankPerson> = {}): RankPerson {
  return {
    dutyId: name, staffId: `staff ${name}`, name, profession, skills: SKILLS, lapsed: [], seat: 'responder', teamId: null, callSign: null, vehicle: null, gender: null, onDutySince: ago(120), offDutySince: null,
    position: minutes === null ? null : { ...BURNLEY, at: ago(1) }, travel: minutes === null ? null : { minutes, basis: 'straight-line' }, visit: null, onBreakUntil: null, held: null, overwork: null, booked: null, bookedHere: false, declined: null, replaced: false, visitsTonight: 0, knowsFamily: false, ...change,
  };
}
const facts = (people: RankPerson[], needs: readonly Need[] = ['police', 'social-work'], change: Partial<RankFacts['task']> = {}): RankFacts => ({
  sending: FIRST_SENDING, people,
  task: { taskId: 'task', activity: 'welfare-check', kind: 'visit', missing: needs.map((need, position) => ({ id: `leg${position}`, need, position })), standing: 0, dueAt: plusMinutes(NOW, 40), place: BURNLEY, doubleCrewed: false, singleGender: false, only: null, underWay: [], ...change },
});
const lines = (given: RankFacts) => rankPairs(given, NOW).map(({ placed }) => placed.map(({ person: { name } }) => name));
const reasons = (given: RankFacts) => { const all = rankPairs(given, NOW); return all.map((one) => whyThere(one, all, given, NOW).map(whyThereSentence)); };
const left = (given: RankFacts) => new Map(leftOut(rankPairs(given, NOW), given, NOW).map(({ name, why }) => [name, leftOutSentence(why, NOW)]));

describe('who goes first', () => {
  test('by when the later of the two is there, not the nearest one', () => {
    const given = facts([person('Alder', 'pcso', 2), person('Birch', 'pcso', 12), person('Cedar', 'social-worker', 27), person('Elm', 'social-worker', 11)]);
    expect(lines(given).slice(0, 2)).toEqual([['Alder', 'Elm'], ['Birch', 'Elm']]);
    expect(reasons(given)[0]).toContain('there first');
  });

  test('of those who come alike: a PCSO before a constable, then who knows the family, one car, and who has had less tonight', () => {
    const pcso = person('Finch', 'pcso', 8);
    const worker = person('Lark', 'social-worker', 8);
    expect(lines(facts([person('Crane', 'constable', 6), pcso, worker]))[0]).toEqual(['Finch', 'Lark']);
    expect(lines(facts([pcso, person('Robin', 'pcso', 9, { knowsFamily: true }), worker]))[0]).toEqual(['Robin', 'Lark']);
    expect(lines(facts([person('Robin', 'pcso', 9, { teamId: 'b1' }), pcso, person('Wren', 'social-worker', 9, { teamId: 'b1' })]))[0]).toEqual(['Robin', 'Wren']);
    expect(lines(facts([person('Robin', 'pcso', 6, { visitsTonight: 3 }), pcso, worker]))[0]).toEqual(['Finch', 'Lark']);
  });

  test('whoever is booked for this very visit stands first; whoever would miss another is said to', () => {
    const given = facts([person('Finch', 'pcso', 4, { booked: plusMinutes(NOW, 60) }), person('Crane', 'pcso', 30, { bookedHere: true }), person('Lark', 'social-worker', 20, { bookedHere: true })]);
    expect(lines(given)[0]).toEqual(['Crane', 'Lark']);
    expect(reasons(given)[1]).toContain('Finch is booked elsewhere at 00:00');
  });

  test('what a leg needs besides a profession is asked of whoever stands in it; a certificate that ended is said so', () => {
    const deaf = { missing: [{ id: 'leg0', need: 'police' as const, position: 0 }, { id: 'leg1', need: 'social-work' as const, skills: ['british-sign-language' as const], position: 1 }] };
    const near = person('Lark', 'social-worker', 4, { skills: [], lapsed: [{ skill: 'british-sign-language', on: '2026-11-12' }] });
    const given = facts([person('Finch', 'pcso', 8), near, person('Wren', 'social-worker', 19, { skills: [] }), person('Heron', 'social-worker', 30)], ['police', 'social-work'], deaf);
    expect(lines(given)).toEqual([['Finch', 'Heron']]);
    expect([left(given).get('Lark'), left(given).get('Wren')]).toEqual(['certificate ended on 12 Nov: British Sign Language', 'no certificate in date: British Sign Language']);
    const short = whatIsMissing(facts([person('Finch', 'pcso', 8), near], ['police', 'social-work'], deaf), NOW);
    expect(nobodySentence(short.missing, short.alone)).toBe('Nobody is free for the social work leg, British Sign Language.');
  });

  test('a visit for women only offers whoever is recorded so; of whom nothing is recorded, it says ask', () => {
    const given = facts([person('Finch', 'pcso', 8, { gender: 'woman' }), person('Crane', 'pcso', 2), person('Lark', 'social-worker', 6, { gender: 'man' }), person('Wren', 'social-worker', 19, { gender: 'woman' })], ['police', 'social-work'], { only: 'woman' });
    expect(lines(given)).toEqual([['Finch', 'Wren']]);
    expect([left(given).get('Crane'), left(given).get('Lark')]).toEqual(['women only, not recorded: ask', 'women only']);
    expect(lines(facts([person('Finch', 'pcso', 8, { gender: 'woman' }), person('Lark', 'social-worker', 6, { gender: 'man' })], ['police', 'social-work'], { only: 'nobody' }))).toEqual([]);
  });

  test('where the policy asks for somebody who drives, a crew that nobody of may drive is left out; a force that records no driving loses nobody', () => {
    const crew = { teamId: 'b1', callSign: 'B1', vehicle: 'PK19 van', skills: [] };
    const others = [person('Robin', 'pcso', 20), person('Wren', 'social-worker', 22)];
    const given = facts([person('Finch', 'pcso', 4, crew), person('Lark', 'social-worker', 4, crew), ...others]);
    expect(lines(given)[0]).toEqual(['Finch', 'Lark']);
    const asking = { ...given, sending: { ...FIRST_SENDING, driverNeeded: true } };
    expect(lines(asking)).toEqual([['Robin', 'Wren']]);
    expect(left(asking).get('Lark')).toBe('no certificate in date to drive PK19 van, and nobody with them has one');
    // One of them drives, and both may go together; the crew that is under way has its driver.
    expect(lines({ ...asking, people: [person('Finch', 'pcso', 4, { ...crew, skills: ['driver'] }), person('Lark', 'social-worker', 4, crew), ...others] })[0]).toEqual(['Finch', 'Lark']);
    expect(lines({ ...asking, task: { ...asking.task, missing: asking.task.missing.slice(1), standing: 1, underWay: ['b1'] } })[0]).toEqual(['Lark']);
  });

  test('where nobody knows who is where, people come last and the line says so', () => {
    const given = facts([person('Finch', 'pcso', null), person('Crane', 'pcso', 40), person('Lark', 'social-worker', 5, { position: { ...BURNLEY, at: ago(41) } }), person('Dove', 'social-worker', 50)]);
    expect(lines(given)).toEqual([['Crane', 'Dove'], expect.anything(), expect.anything(), expect.anything()]);
    expect(reasons(given)[0]).toContain('late by 10 min');
    expect(reasons(given).flat()).toEqual(expect.arrayContaining(['Finch: no position, so the arrival is not known', 'Lark: position 41 min old, so the arrival is not known']));
  });
});

test('each one left out says why', () => {
  const given = facts([
    person('Finch', 'pcso', 5), person('Lark', 'social-worker', 5), person('Crane', 'constable', 5, { visit: { ref: 'EAR-1120-0051', since: ago(20), freeAt: plusMinutes(NOW, 30), ...GOING } }),
    person('Dove', 'social-worker', 5, { visit: { ref: null, since: ago(20), freeAt: plusMinutes(NOW, 30), ...GOING } }), person('Rook', 'social-worker', 5, { onBreakUntil: plusMinutes(NOW, 15) }),
    person('Swift', 'pcso', 5, { declined: { at: ago(3), reason: 'too-far' } }), person('Stork', 'pcso', 5, { offDutySince: ago(50) }), person('Heron', null, 5), person('Tern', 'pcso', 5, { overwork: { rule: 'longest-duty', at: plusMinutes(NOW, 40) } }), person('Teal', 'social-worker', 5, { seat: 'edt' }),
  ]);
  expect(lines(given)).toEqual([['Finch', 'Lark']]);
  expect(left(given)).toEqual(new Map([
    ['Crane', 'on EAR-1120-0051 since 22:40'], ['Dove', 'on other work since 22:40'], ['Rook', 'on a break until 23:15'], ['Swift', 'declined this at 22:57: too far to get there in time'],
    ['Stork', 'off duty since 22:10'], ['Heron', 'no profession recorded'], ['Tern', 'would break the longest duty at 23:40'], ['Teal', 'at the EDT desk'],
  ]));
});

describe('what may be better than the list', () => {
  const far = [person('Finch', 'pcso', 50), person('Lark', 'social-worker', 50)];
  const nearer = (given: RankFacts) => mayBeNearer(rankPairs(given, NOW), given, NOW).map((one) => nearerSentence(one, NOW));
  const diverted = (given: RankFacts) => diversions(rankPairs(given, NOW), given, NOW).map((one) => diversionSentence(one, NOW));
  const onGrade3 = (name: string, need: Need, change: Partial<VisitShown> = {}): Partial<RankPerson> => ({
    callSign: 'L1', teamId: 'l1', visit: {
      ref: 'EAR-1120-0009', since: ago(9), freeAt: plusMinutes(NOW, 90),
      shown: { assignmentId: `visit of ${name}`, taskId: 'other', need, incidentId: 'i9', version: 4, ref: 'EAR-1120-0009', grade: 3, dueAt: plusMinutes(NOW, 600), isThere: false, ...change },
    },
  });

  test('somebody near whose position is old is rung, not believed', () => {
    expect(nearer(facts([...far, person('Crane', 'pcso', 4, { position: { ...BURNLEY, at: ago(41) } })]))).toEqual(['Crane may be nearer, but their position is 41 min old: ring']);
  });

  test('a crew on the way to work that can wait longer: which work then lacks whom, and by when it is due', () => {
    const given = facts([...far, person('Dove', 'social-worker', 6, onGrade3('Dove', 'social-work')), person('Crane', 'pcso', 4, onGrade3('Crane', 'police'))]);
    expect(diverted(given)).toEqual(['Crane and Dove (L1) could be there 23:06 if taken from EAR-1120-0009, Grade 3, which then lacks the police leg (constable or PCSO) and social work leg and is due 09:00']);
    expect(diversions(rankPairs(given, NOW), given, NOW)[0]?.people.map(({ assignmentId }) => assignmentId)).toEqual(['visit of Crane', 'visit of Dove']);
  });

  test('nobody from a door, from concealed work, from work that is due before, nor while the list is in time', () => {
    const crane = (change: Partial<VisitShown>) => person('Crane', 'pcso', 4, onGrade3('Crane', 'police', change));
    const concealed = person('Crane', 'pcso', 4, { visit: { ref: null, since: ago(9), freeAt: NOW, shown: null } });
    expect([crane({ isThere: true }), concealed, crane({ dueAt: plusMinutes(NOW, 30) }), person('Crane', 'pcso', 44, onGrade3('Crane', 'police', { dueAt: plusMinutes(NOW, 42) }))].flatMap((one) => diverted(facts([...far, one])))).toEqual([]);
    expect(diverted(facts([person('Finch', 'pcso', 20), person('Lark', 'social-worker', 20), crane({})]))).toEqual([]);
  });
});

describe('nobody suitable', () => {
  test('names the leg that is missing and who would be soonest', () => {
    const given = facts([person('Finch', 'pcso', 5), person('Dove', 'social-worker', 5, { visit: { ref: 'EAR-1120-0051', since: ago(20), freeAt: plusMinutes(NOW, 30), ...GOING } }), person('Rook', 'social-worker', 9, { onBreakUntil: plusMinutes(NOW, 15) })]);
    const short = whatIsMissing(given, NOW);
    expect([nobodySentence(short.missing, short.alone), ...short.ways.map(waySentence)]).toEqual([
      'Nobody is free for the social work leg.', 'Rook (social work leg) ends a break at 23:15', 'Dove (social work leg) may be free about 23:30, from EAR-1120-0051',
    ]);
    expect(rankAlone(given, NOW).map(({ placed }) => placed[0]?.person.name)).toEqual(['Finch']);
  });

  test('a warning that forbids a lone visit offers nobody alone', () => {
    const given = facts([person('Lark', 'social-worker', 5)], ['social-work'], { doubleCrewed: true });
    expect(rankPairs(given, NOW)).toEqual([]);
    expect(whatIsMissing(given, NOW)).toMatchObject({ alone: true });
    expect(rankAlone({ ...given, task: { ...given.task, missing: facts([]).task.missing } }, NOW)).toEqual([]);
    expect(lines({ ...given, task: { ...given.task, standing: 1 } })).toEqual([['Lark']]);
  });
});

const someone = (index: number) => fc.record({
  profession: fc.constantFrom(...PROFESSIONS), minutes: fc.option(fc.integer({ min: 0, max: 30 })), teamId: fc.option(fc.constantFrom('b1', 'b2')), knowsFamily: fc.boolean(), visitsTonight: fc.integer({ min: 0, max: 2 }),
  busy: fc.boolean(), off: fc.integer({ min: 0, max: 5 }), bookedHere: fc.integer({ min: 0, max: 5 }),
}).map(({ minutes, profession, busy, off, bookedHere, ...rest }) => person(`P${index}`, profession, minutes, {
  ...rest, bookedHere: bookedHere === 0, visit: busy && off > 2 ? { ref: null, since: ago(5), freeAt: plusMinutes(NOW, 20), ...GOING } : null, offDutySince: off === 0 ? ago(9) : null,
}));
const crowds = (least: number, most: number) => fc.integer({ min: least, max: most }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => someone(index))));
const someNeeds = fc.array(fc.constantFrom(...NEEDS), { minLength: 1, maxLength: 3 });

describe('whatever the night', () => {
  test('what is shown is the head of all that there is: pruning loses nothing', () => {
    fc.assert(fc.property(crowds(0, 14), someNeeds, (people, needs) => {
      const given = facts(people, needs);
      const keys = (shown: number) => rankPairs(given, NOW, shown).map(({ key }) => key);
      expect(keys(3)).toEqual(keys(10_000).slice(0, 3));
    }), { numRuns: 60 });
  });

  test('with nothing pruned every combination is there', () => {
    fc.assert(fc.property(crowds(0, 8), (people) => {
      const given = facts(people);
      const free = people.filter((one) => whyNotSent(one, given, NOW) === null);
      const [first, second] = given.task.missing;
      const all = new Set(free.flatMap((a) => free.filter((b) => a !== b && first !== undefined && second !== undefined && fits(a, first) && fits(b, second)).map((b) => [a.name, b.name].toSorted().join())));
      expect(new Set(rankPairs(given, NOW, 10_000).map(({ placed }) => placed.map(({ person: { name } }) => name).toSorted().join()))).toEqual(all);
    }), { numRuns: 60 });
  });

  test('no line offers whom the rules forbid, one in each leg; and whoever is in none has a reason', () => {
    fc.assert(fc.property(crowds(0, 12), someNeeds, fc.boolean(), (people, needs, doubleCrewed) => {
      const given = facts(people, needs, { doubleCrewed });
      const ranked = rankPairs(given, NOW);
      for (const { placed } of ranked) {
        expect(new Set(placed.map(({ person: { dutyId } }) => dutyId)).size).toBe(needs.length);
        for (const { person: one, leg } of placed) expect([whyNotSent(one, given, NOW), fits(one, leg)]).toEqual([null, true]);
        if (doubleCrewed) expect(placed.length).toBeGreaterThan(1);
      }
      const named = new Set([...ranked.flatMap(({ placed }) => placed.map(({ person: { name } }) => name)), ...leftOut(ranked, given, NOW).map(({ name }) => name)]);
      expect(named.size).toBe(people.length);
      if (ranked.length === 0) expect(whatIsMissing(given, NOW).missing.length + Number(whatIsMissing(given, NOW).alone)).toBeGreaterThan(0);
    }), { numRuns: 100 });
  });

  test('whoever stands in front is there no later, but for a stretch that ranks alike', () => {
    fc.assert(fc.property(crowds(0, 12), (people) => {
      const known = rankPairs(facts(people.map((one) => ({ ...one, bookedHere: false }))), NOW).map(({ minutes }) => minutes ?? 100_000);
      for (const [index, minutes] of known.entries()) for (const later of known.slice(index)) expect(minutes).toBeLessThan(later + FIRST_SENDING.arrivalBandMinutes);
    }), { numRuns: 60 });
  });
});

describe('the next Grade 2', () => {
  const areas = [{ code: 'b', name: 'Burnley', centre: BURNLEY }];
  const travel = straightLine(FIRST_SENDING, NOW);
  const asked = (people: RankPerson[]) => makeForecast(facts(people), NOW, { areas, targetMinutes: 60, travel })([{ dutyId: 'Finch', backAt: plusMinutes(NOW, 70) }, { dutyId: 'Lark', backAt: plusMinutes(NOW, 70) }]);

  test('the only pair in reach: nobody before they are back', () => {
    const forecast = asked([person('Finch', 'pcso', 5), person('Lark', 'social-worker', 5)]);
    expect(forecast === null ? null : forecastSentence(forecast)).toBe('Then a Grade 2 in Burnley has nobody before 00:10.');
  });

  test('another pair in reach, or nobody in reach before either: nothing is said', () => {
    expect(asked([person('Finch', 'pcso', 5), person('Lark', 'social-worker', 5), person('Crane', 'constable', 9), person('Dove', 'amhp', 9)])).toBeNull();
    expect(asked([person('Finch', 'pcso', 5)])).toBeNull();
  });

  test('somebody on a visit is counted from when they may be free', () => {
    const busy = { visit: { ref: null, since: ago(5), freeAt: plusMinutes(NOW, 20), ...GOING } };
    expect(asked([person('Finch', 'pcso', 5), person('Lark', 'social-worker', 5), person('Crane', 'constable', 9, busy), person('Dove', 'amhp', 9, busy)])).toBeNull();
  });
});

describe('a drive by the straight line', () => {
  const preston = { lat: 53.759, lon: -2.699 };
  test('is the road factor at the speed of the hour, on the wall in London', () => {
    const [night, busy] = ['2026-07-20T23:00:00.000Z', '2026-07-20T17:59:00.000Z'];
    expect([isBusyHour(FIRST_SENDING, night), isBusyHour(FIRST_SENDING, busy), isBusyHour(FIRST_SENDING, '2026-07-20T18:00:00.000Z')]).toEqual([false, true, false]);
    expect(straightLine(FIRST_SENDING, night)(preston, BURNLEY)).toEqual({ minutes: expect.closeTo((greatCircleKm(preston, BURNLEY) * 1.3 * 60) / 42, 6), basis: 'straight-line' });
    expect(straightLine(FIRST_SENDING, busy)(preston, BURNLEY).minutes).toBeGreaterThan(straightLine(FIRST_SENDING, night)(preston, BURNLEY).minutes);
  });
  test('busy hours may run over midnight', () => {
    const late = { ...FIRST_SENDING, busyFrom: '22:00', busyUntil: '02:00' };
    expect(['2026-11-20T23:00:00.000Z', '2026-11-20T01:59:00.000Z', '2026-11-20T02:00:00.000Z', '2026-11-20T21:59:00.000Z'].map((at) => isBusyHour(late, at))).toEqual([true, true, false, false]);
  });
  test('the circle of 30 minutes is where a drive takes 30 minutes', () => {
    expect(straightLine(FIRST_SENDING, NOW)(BURNLEY, { lat: BURNLEY.lat + reachKm(FIRST_SENDING, NOW, 30) / 111.195, lon: BURNLEY.lon }).minutes).toBeCloseTo(30, 1);
  });
});
