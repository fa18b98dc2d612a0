// A few storms on two servers with every fault, and the judge judged: nothing is found in what happened, and each planted fault by the rule that is there for it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { check, RULES } from '../chaos/check.ts';
import type { History } from '../chaos/history.ts';
import { openLane, type Lane } from '../chaos/lane.ts';
import { PLANTED } from '../chaos/planted.ts';
import { runSeed } from '../chaos/run.ts';
import { plan } from '../chaos/schedule.ts';

/** Between them: both kinds of kill, and every fault of the line. */
const SEEDS = [1, 2, 3];
/** The opening, and more than that again. */
const FEWEST_COMMANDS = 18;
let lane: Lane;
const histories: History[] = [];

beforeAll(async () => { lane = await openLane(); }, 180_000);
afterAll(() => lane.close(), 60_000);

describe('a storm', () => {
  test.each(SEEDS)('by seed %d breaks nothing that is promised', async (seed) => {
    const history = await runSeed(lane, seed);
    histories.push(history);
    expect(check(history)).toEqual([]);
    expect(history.commands.length).toBeGreaterThan(FEWEST_COMMANDS);
    expect(history.messages.some(({ kind }) => kind === 'live')).toBe(true);
    expect(history.revocations).toHaveLength(lane.people.leaving.length);
  }, 180_000);

  test('is the same by the same seed, and another by another', () => {
    const leaving = lane.people.leaving.length;
    expect(plan(7, leaving)).toEqual(plan(7, leaving));
    expect(plan(8, leaving)).not.toEqual(plan(7, leaving));
  });
});

describe('the judge', () => {
  test.each(PLANTED)('finds $fault', ({ rule, plant }) => {
    const [history] = histories;
    if (history === undefined) throw new Error('no storm was recorded');
    expect(check(plant(history)).map((finding) => finding.rule)).toContain(rule);
  });

  test('has no rule that nothing was planted for', () => {
    expect(RULES.map(({ name }) => name).filter((name) => !PLANTED.some(({ rule }) => rule === name))).toEqual([]);
  });
});
