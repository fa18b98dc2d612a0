// The ways in which simulated coordinators choose whom to send: each legal, each itself, and the ranking's later leg no later than without pairs.
import { expect, test } from '@jest/globals';
import { canFill } from '../../shared/domain/activity.ts';
import type { Change, County } from '../../server/rehearsal/by-rules/county.ts';
import { spreadOf } from '../../server/rehearsal/by-rules/figures.ts';
import { playByRules } from '../../server/rehearsal/by-rules/play-by-rules.ts';
import { LATER_ARRIVAL, wayFiguresOf } from '../../server/rehearsal/by-rules/way-figures.ts';
import { nearestUnits } from '../../server/rehearsal/people/nearest-unit.ts';
import { WAYS_OF_SENDING, type WayOfSending } from '../../server/rehearsal/people/way-of-sending.ts';
import { usualSkills } from '../../server/rehearsal/usual-skills.ts';

const FROM = '2026-11-20T19:00:00.000Z';

test.each(WAYS_OF_SENDING)('sent %s: everybody stands in a leg that they can fill, and nobody in two visits at once', async (way) => {
  const findings = new Set<string>();
  const out = new Set<string>();
  const together = new Map<number, number>();
  const watch = ({ after, events }: Change, county: County): void => {
    for (const event of events) {
      if (event.name === 'assignment.dispatched' && event.kind === 'visit') {
        const profession = county.members.get(event.staffId)?.profession ?? null;
        const need = after.legs.find(({ id }) => id === event.legId)?.need;
        if (profession === null || need === undefined || !canFill(profession, need, usualSkills(profession))) findings.add(`${profession} in the leg of ${need}`);
        if (out.has(event.staffId)) findings.add('sent while on a visit');
        out.add(event.staffId);
      }
      if (event.name === 'assignment.declined' || event.name === 'assignment.stoodDown' || (event.name === 'assignment.advanced' && event.to === 'left')) out.delete(event.staffId);
    }
    const sent = events.filter((event) => event.name === 'assignment.dispatched' && event.kind === 'visit').length;
    if (sent > 0) together.set(sent, (together.get(sent) ?? 0) + 1);
  };
  const { facts, calls, county } = await playByRules({ seed: 3, from: FROM, hours: 24, responders: 27, way, watch });
  expect([...findings]).toEqual([]);
  const figures = new Map(wayFiguresOf(facts, county.kilometres, { from: FROM, hours: 24 }).map(({ name, value }) => [name, value]));
  expect(calls).toBeGreaterThan(50);
  expect(figures.get('Driven')).toBeGreaterThan(100);
  expect([...figures].filter(([, value]) => value === null || !Number.isFinite(value) || value < 0)).toEqual([]);
  // Without pairs most go one by one; a leg that is left owed, and a visit by one person, are sent alone in every way.
  const [alone = 0, pairs = 0] = [together.get(1), together.get(2)];
  if (way === 'nearest-unit') expect(alone).toBeGreaterThan(2 * pairs);
  else expect(pairs).toBeGreaterThan(alone / 4);
});

test('without pairs each leg has its nearest, and a leg that nobody is left for stays open', () => {
  const hand = (dutyId: string, profession: 'constable' | 'amhp' | 'social-worker', lat: number) => ({ dutyId, profession, skills: usualSkills(profession), teamId: null, at: { lat, lon: -2.7 } });
  const door = { lat: 53.7, lon: -2.7 };
  expect(nearestUnits(['police', 'social-work'], [hand('far-pc', 'constable', 53.9), hand('sw', 'social-worker', 53.8), hand('pc', 'constable', 53.75)], door)).toMatchObject({ dutyIds: ['pc', 'sw'], covers: 2 });
  // The nearest fits the first leg too, and is taken for it: that is the way.
  expect(nearestUnits(['social-work', 'amhp'], [hand('amhp', 'amhp', 53.71), hand('sw', 'social-worker', 53.8)], door)).toMatchObject({ dutyIds: ['amhp'], covers: 1 });
  expect(nearestUnits(['police'], [hand('sw', 'social-worker', 53.71)], door)).toBeNull();
});

test('over weekends of the same calls the ranking brings the later leg no later than the nearest one by one', async () => {
  const mean = async (way: WayOfSending): Promise<number> => {
    const seeds = [];
    for (const seed of [1, 2, 3, 4]) {
      const { facts, county } = await playByRules({ seed, from: FROM, hours: 36, responders: 30, way });
      seeds.push(wayFiguresOf(facts, county.kilometres, { from: FROM, hours: 36 }));
    }
    const values = seeds.flatMap((figures) => figures.find(({ name }) => name === LATER_ARRIVAL)?.value ?? []);
    expect(spreadOf(seeds)[0]?.median).toBeGreaterThan(0);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const [ranked, nearest] = [await mean('first-suggestion'), await mean('nearest-unit')];
  expect({ ranked, nearest, inTime: ranked <= nearest * 1.03 }).toMatchObject({ inTime: true });
}, 60_000);
