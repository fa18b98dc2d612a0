// Nights played by the rules alone: the same for the same seed, legal at every step, and no worse for more hands.
import { expect, test } from '@jest/globals';
import { openNews } from '../../shared/domain/closed-news.ts';
import { isLive, type IncidentFile } from '../../shared/domain/incident-file.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { minutesBetween } from '../../shared/domain/instant.ts';
import type { Change, County } from '../../server/rehearsal/by-rules/county.ts';
import { figuresOf, spreadOf, URGENT_IN_TIME } from '../../server/rehearsal/by-rules/figures.ts';
import { playByRules } from '../../server/rehearsal/by-rules/play-by-rules.ts';
import { staffFor } from '../../server/rehearsal/by-rules/staff-for.ts';

const FROM = '2026-11-20T09:00:00.000Z';

test('the same seed gives the same night, to the last event; another seed another', async () => {
  const played = async (seed: number): Promise<{ lines: string[]; figures: unknown }> => {
    const lines: string[] = [];
    const { facts, calls } = await playByRules({ seed, from: FROM, hours: 24, responders: 27, watch: ({ events }) => { for (const event of events) lines.push(JSON.stringify(event)); } });
    return { lines, figures: figuresOf(facts, calls, { from: FROM, hours: 24 }) };
  };
  const [first, again, other] = [await played(1), await played(1), await played(2)];
  expect(first.lines.length).toBeGreaterThan(1000);
  expect(again).toEqual(first);
  expect(other.lines).not.toEqual(first.lines);
});

/** What must never be, looked for after every single change; each finding is a sentence. */
class Watcher {
  readonly findings = new Set<string>();
  readonly happened = new Map<string, number>();
  private readonly out = new Map<string, string>();

  see(change: Change, county: County): void {
    const { before, after, events, byId } = change;
    const { incident } = after;
    for (const event of events) {
      this.happened.set(event.name, (this.happened.get(event.name) ?? 0) + 1);
      if (event.name === 'assignment.dispatched' && event.kind === 'visit') {
        if (this.out.has(event.staffId)) this.findings.add(`${event.staffId} sent while on a visit`);
        this.out.set(event.staffId, event.assignmentId);
        if (![...county.duties.values()].some(({ id }) => id === event.dutyId)) this.findings.add('somebody off duty was sent');
      }
      if (event.name === 'downgrade.agreed' && after.requests.find(({ id }) => id === event.requestId)?.byId === byId) this.findings.add('a second person who was the first');
      const ended = event.name === 'assignment.declined' || event.name === 'assignment.stoodDown' || (event.name === 'assignment.advanced' && event.to === 'left');
      if (ended && this.out.get(event.staffId) === event.assignmentId) this.out.delete(event.staffId);
    }
    if (before !== null && before.incident.reportedAt !== incident.reportedAt) this.findings.add('a report time that moved');
    if (before !== null && incident.strictest > before.incident.strictest && !events.some(({ name }) => name === 'downgrade.agreed')) this.findings.add('a later target without a second person');
    if (incident.state === 'closed' && (after.assignments.some(isLive) || after.followUps.some(({ decision }) => decision === null))) this.findings.add('closed over somebody’s head');
    if (doubled(after)) this.findings.add('a leg with two people in it');
    for (const { file } of county.open.values()) {
      const { ownerId } = file.incident;
      if (![...county.duties.values()].some(({ staffId, seat }) => staffId === ownerId && seat !== 'responder')) this.findings.add(`open, and its owner ${county.nameOf(ownerId)} is not on duty`);
    }
  }
}
const doubled = ({ assignments }: IncidentFile): boolean => {
  const live = assignments.filter(isLive);
  return new Set(live.map(({ legId }) => legId)).size < live.length;
};

test('three days over a weekend are legal at every step, and reach what people do', async () => {
  const watcher = new Watcher();
  const { county, facts, calls } = await playByRules({ seed: 5, from: FROM, hours: 4 * 24, responders: 27, watch: (change, within) => watcher.see(change, within) });
  expect([...watcher.findings]).toEqual([]);
  const expected = ['incident.assessed', 'incident.corrected', 'incident.noted', 'incident.ownerChanged', 'incident.passedToPolice', 'downgrade.requested', 'downgrade.agreed', 'downgrade.refused', 'assignment.declined',
    'assignment.stoodDown', 'assignment.sawPeople', 'followUp.opened', 'followUp.decided', 'task.finished', 'handover.sent', 'handover.takenOver', 'handover.rejected',
    'news.arrived', 'news.decided'];
  expect(expected.filter((name) => !watcher.happened.has(name))).toEqual([]);
  // Nothing that arrived on a closed incident waits for somebody who has gone home, or for hours.
  const control = new Set([...county.duties.values()].filter(({ seat }) => seat !== 'responder').map(({ staffId }) => staffId));
  const news = [...county.waiting.values()].flatMap(({ file }) => openNews(file) ?? []);
  expect(news.filter(({ ownerId, arrivedAt }) => !control.has(ownerId) || minutesBetween(arrivedAt, county.now()) > 120)).toEqual([]);
  // Every call was taken: as an incident, or as a line on the log of one.
  expect(facts.length + (watcher.happened.get('incident.noted') ?? 0)).toBeGreaterThanOrEqual(calls * 0.97);
  // What came in on Friday is not lying about on Tuesday without anybody at it.
  const stale = [...county.open.values()].filter(({ file }) => dateOf(file.incident.reportedAt) === '2026-11-20' && file.handovers.length === 0 && file.incident.attendedAt === null && file.incident.strictest < 3);
  expect(stale).toEqual([]);
});

test('with 27 staff the outcome is believable, and more hands on the same calls do no worse', async () => {
  const share = async (responders: number): Promise<number> => {
    const seeds = [];
    for (const seed of [1, 2, 3]) {
      const { facts, calls } = await playByRules({ seed, from: FROM, hours: 48, responders });
      seeds.push(figuresOf(facts, calls, { from: FROM, hours: 48 }));
    }
    return spreadOf(seeds).find(({ name }) => name === URGENT_IN_TIME)?.median ?? NaN;
  };
  const [few, usual, many] = [await share(10), await share(27), await share(80)];
  expect(usual).toBeGreaterThan(20);
  expect(usual).toBeLessThan(80);
  // Crews are sent by hand, not by an optimum: a few of a hundred either way is chance.
  expect(usual).toBeGreaterThan(few - 3);
  expect(many).toBeGreaterThan(usual - 3);
  expect(many).toBeGreaterThan(few + 15);
}, 240_000);

test('the fewest staff that meet a target are found to a pair, and the most allowed may not be enough', async () => {
  for (const needed of [2, 9, 26, 27, 28, 70, 199, 200]) {
    const tried: number[] = [];
    const found = await staffFor({ start: 27, most: 200, target: 95 }, (staff) => { tried.push(staff); return Promise.resolve(staff >= needed ? 96 : 40); });
    expect(found).toBeGreaterThanOrEqual(needed);
    expect(found).toBeLessThanOrEqual(needed + 2);
    expect(new Set(tried).size).toBe(tried.length);
  }
  expect(await staffFor({ start: 27, most: 200, target: 95 }, () => Promise.resolve(null))).toBeNull();
});
