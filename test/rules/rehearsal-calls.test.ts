// The calls of a rehearsal: repeatable to the letter, taken by the real door, about plainly invented people, and right on the nights the clocks change.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { worseAnswers } from '../../server/rehearsal/calls/answers.ts';
import { callsOf } from '../../server/rehearsal/calls/calls.ts';
import { expectedCalls, wallHourOf } from '../../shared/domain/founding-demand.ts';
import { FOLLOW_ON_KINDS } from '../../server/rehearsal/calls/rehearsal-call.ts';
import { SCENARIOS } from '../../server/rehearsal/calls/scenarios/scenarios.ts';
import { STAFF } from '../../server/seed/staff.ts';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { proposeGrade } from '../../shared/domain/grading.ts';
import { instantOf, minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { raiseIncident } from '../../shared/protocol/incidents.ts';

const FRIDAY = '2026-11-20T19:00:00.000Z';
const asked = { seed: 1, from: FRIDAY, hours: 12, places: [] };
const fortnight = callsOf({ ...asked, hours: 14 * 24 });
const first = new Map(fortnight.map((call) => [call.key, call]));

const aSeed = fc.integer({ min: 1, max: 1_000_000 });
const aStart = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }).map(instantOf);
const somePlaces = fc.uniqueArray(fc.record({
  name: fc.constantFrom('Bent Lane', 'Fountains Avenue', 'Sunny Bower Close', 'Canal Street', 'Mill Lane'), lat: fc.double({ min: 53.6, max: 54, noNaN: true }), lon: fc.double({ min: -3, max: -2.2, noNaN: true }),
  districtCode: fc.constantFrom('E07000117', 'E07000123', 'E06000008', null),
}), { selector: ({ lat, lon }) => `${lat} ${lon}`, maxLength: 12 });

describe('the same seed', () => {
  test('gives the same calls, in whatever order the places come; another seed gives others', () => {
    fc.assert(fc.property(aSeed, aStart, somePlaces, (seed, from, places) => {
      const calls = callsOf({ seed, from, hours: 6, places });
      expect(callsOf({ seed, from, hours: 6, places: places.toReversed() })).toEqual(calls);
      expect(callsOf({ seed: seed + 1, from, hours: 6, places }).map(({ summary }) => summary)).not.toEqual(calls.map(({ summary }) => summary));
    }), { numRuns: 30 });
  });

  test('played for longer adds calls at the end and changes none before', () => {
    fc.assert(fc.property(aSeed, aStart, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 600 }), (seed, from, hours, moreMinutes) => {
      const calls = callsOf({ seed, from, hours, places: [] });
      const more = callsOf({ seed, from, hours: hours + moreMinutes / 60, places: [] });
      expect(more.slice(0, calls.length)).toEqual(calls);
      expect(more.slice(calls.length).every(({ reportedAt }) => reportedAt >= plusMinutes(from, hours * 60))).toBe(true);
    }), { numRuns: 30 });
  });

  test.each(['Europe/London', 'Pacific/Auckland'])('gives the same calls on a machine that believes itself in %s', async (TZ) => {
    const module = join(import.meta.dirname, '../../server/rehearsal/calls/calls.ts');
    const script = `import { callsOf } from ${JSON.stringify(module)}; process.stdout.write(JSON.stringify(callsOf(${JSON.stringify(asked)})))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env: { TZ }, maxBuffer: 1e8 });
    expect(hash(stdout)).toBe(hash(JSON.stringify(callsOf(asked))));
  });
});
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('every call', () => {
  test('is reported within the hours asked for, in order, under a key of its own', () => {
    fc.assert(fc.property(aSeed, aStart, (seed, from) => {
      const calls = callsOf({ seed, from, hours: 9, places: [] });
      const reported = calls.map(({ reportedAt }) => reportedAt);
      expect(reported).toEqual(reported.toSorted());
      expect(reported.every((at) => at >= from && at < plusMinutes(from, 9 * 60))).toBe(true);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
    }), { numRuns: 30 });
  });

  test('is taken word for word by the door that a person’s call comes by', () => {
    for (const { door, reportedAt, summary, location, people, flags, missingRisk, answers, caller } of fortnight) {
      const body = { commandId: '00000000-0000-4000-8000-000000000001', door, reportedAt, summary, location, people, flags, missingRisk, answers, caller };
      expect(raiseIncident.body.parse(body)).toEqual(body);
    }
  });

  test('is taken though its place has a name as long as a name may be', () => {
    const places = [{ name: 'ŷ'.repeat(200), lat: 53.76, lon: -2.7, districtCode: 'E07000123' }];
    for (const { location } of callsOf({ ...asked, places })) if (location !== null) expect(location.label.length).toBeLessThanOrEqual(200);
  });

  test('reads as a sentence: no slot left open, no choice left unmade', () => {
    for (const { summary } of fortnight) expect(summary).toMatch(/^[A-ZŚŁŻŠ][^{}[\]|]+[.?]$/u);
    const patterns = Object.values(SCENARIOS).flat().map(({ text }) => text);
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(patterns.length).toBeGreaterThanOrEqual(60);
  });

  test('is about nobody who lives: numbers kept for fiction, names of plants and never of the staff', () => {
    const staff = new Set(STAFF.map(({ name }) => name.split(' ').at(-1)));
    for (const { caller, people } of fortnight) {
      if (caller.phone !== null) expect(caller.phone).toMatch(/^01632 960 \d{3}$/);
      for (const { name } of people) expect(staff.has(name?.split(' ').at(-1))).toBe(false);
    }
  });

  test('that is seen to get worse is graded stricter by what is then heard', () => {
    for (const call of fortnight) {
      const { grade } = proposeGrade(FIRST_POLICY, call);
      if (grade > 1) expect(proposeGrade(FIRST_POLICY, { ...call, answers: worseAnswers(call) }).grade).toBeLessThan(grade);
      if (call.truth.worsensAfterMinutes !== null) expect(grade).toBeGreaterThan(1);
    }
  });

  test('is true to itself: no visit to what advice settles, nobody unseen who is not there to be seen', () => {
    for (const call of fortnight) {
      const { truth: { needs, activity, noAccess, childNotSeen, onSceneMinutes }, people, follows } = call;
      if (proposeGrade(FIRST_POLICY, call).grade === 4) expect(needs).not.toBe('visit');
      if (ACTIVITIES[activity].ownWindow) expect(needs).toBe('visit');
      if (noAccess || childNotSeen) expect(needs).toBe('visit');
      if (childNotSeen) expect(people.some(({ isChild, approximateAge }) => isChild && approximateAge !== -1)).toBe(true);
      if (follows?.kind === 'duplicate' || follows?.kind === 'third-caller') expect(needs).toBe('nothing');
      expect(onSceneMinutes).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('a fortnight', () => {
  test('has what makes a night hard: wrong, vague, unsaid and secret addresses, late entries, an unborn child, names with all their marks', () => {
    const some = (holds: (call: (typeof fortnight)[number]) => boolean): number => fortnight.filter(holds).length;
    expect(some(({ location, standsAt }) => location?.lat !== null && location !== null && location.lat !== standsAt.lat)).toBeGreaterThan(5);
    expect(some(({ location }) => location !== null && location.lat === null)).toBeGreaterThan(5);
    expect(some(({ location }) => location === null)).toBeGreaterThan(5);
    expect(some(({ location }) => location?.secret === true)).toBeGreaterThan(5);
    expect(some(({ typedAfterMinutes }) => typedAfterMinutes >= 15)).toBeGreaterThan(20);
    expect(some(({ typedAfterMinutes }) => typedAfterMinutes > 4 && typedAfterMinutes < 15)).toBe(0);
    expect(some(({ people }) => people.some(({ approximateAge }) => approximateAge === -1))).toBeGreaterThan(0);
    expect(some(({ people }) => people.some(({ name }) => /[^\p{ASCII}]/u.test(name ?? '')))).toBeGreaterThan(20);
    expect(some(({ people }) => people.some(({ name }) => /['’]/.test(name ?? '')))).toBeGreaterThan(5);
  });

  test('is rung about again: every follow-on says more about an earlier first call, at its place, each kind in its time', () => {
    const WITHIN = { duplicate: 25, 'third-caller': 60, repeat: 600, 'news-on-closed': 1080 } as const;
    for (const { follows, reportedAt, standsAt, summary } of fortnight) {
      if (follows === null) continue;
      const about = first.get(follows.key);
      expect(about?.follows).toBeNull();
      expect(about?.standsAt).toEqual(standsAt);
      expect(follows.text).toBe(summary);
      const minutes = minutesBetween(about?.reportedAt ?? '', reportedAt);
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThanOrEqual(WITHIN[follows.kind]);
    }
    const kinds = Map.groupBy(fortnight, ({ follows }) => follows?.kind ?? null);
    for (const kind of FOLLOW_ON_KINDS) expect(kinds.get(kind)?.length ?? 0).toBeGreaterThan(2);
    expect((kinds.get(null)?.length ?? 0) / fortnight.length).toBeGreaterThan(0.8);
    for (const { follows } of kinds.get('third-caller') ?? []) expect(fortnight.some((call) => call.follows?.kind === 'duplicate' && call.follows.key === follows?.key)).toBe(true);
  });

  test('takes the places that are given, and the built-in ones where there are none', () => {
    const places = [{ name: 'Bent Lane', lat: 53.76, lon: -2.7, districtCode: 'E07000123' }, { name: 'Elsewhere Road', lat: 53.75, lon: -2.48, districtCode: 'E06000008' }];
    const labels = callsOf({ ...asked, hours: 48, places }).map(({ location }) => location?.label ?? '');
    expect(labels.filter((label) => label.endsWith('Bent Lane')).length).toBeGreaterThan(20);
    expect(labels.some((label) => label.endsWith('Lancaster'))).toBe(true);
    expect(labels.some((label) => /Elsewhere Road|Fulwood|Deepdale/.test(label))).toBe(false);
  });
});

describe('on the nights when the clocks change', () => {
  const hoursFrom = (from: string, hours: number) => Array.from({ length: hours }, (_, index) => wallHourOf(plusMinutes(from, index * 60)));
  const SUNDAYS: readonly [name: string, midnight: string, hours: number, ones: number][] = [
    ['October: one o’clock comes twice in 25 hours', '2026-10-24T23:00:00.000Z', 25, 2],
    ['March: one o’clock never comes in 23', '2027-03-28T00:00:00.000Z', 23, 0],
  ];

  test.each(SUNDAYS)('%s', (_name, midnight, hours, ones) => {
    const walls = hoursFrom(midnight, hours);
    expect(walls.every(({ weekday }) => weekday === 6)).toBe(true);
    expect(walls.at(-1)?.hour).toBe(23);
    expect(walls.filter(({ hour }) => hour === 1).length).toBe(ones);
  });

  test.each(SUNDAYS)('%s, and the calls with it', (_name, midnight, hours) => {
    const expected = hoursFrom(midnight, hours).reduce((sum, wall) => sum + expectedCalls(wall), 0);
    const SEEDS = 30;
    const came = Array.from({ length: SEEDS }, (_, seed) => callsOf({ seed, from: midnight, hours, places: [] }).length).reduce((sum, count) => sum + count, 0);
    expect(Math.abs(came - SEEDS * expected)).toBeLessThan(4 * Math.sqrt(SEEDS * expected));
  });
});
