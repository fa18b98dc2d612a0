// The sound of an alarm in a real browser: it starts, once for two windows of one person, in the one in sight; in the other where that may not.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { kindOf, type AlarmCause } from '../../shared/domain/alarm.ts';
import { startDemo, type Demo } from '../support/demo.ts';

let demo: Demo;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.stop(); }, 30_000);

/** Two notes each time; counted where the browser itself begins them. */
const NOTES = 2;
const SOON = { timeout: 15_000 };

/** Counts from the page's first script on. */
function countNotes(): void {
  const start = OscillatorNode.prototype.start;
  Reflect.set(globalThis, 'notes', 0);
  OscillatorNode.prototype.start = function counted(this: OscillatorNode, at?: number): void {
    if (this.context.state === 'running') Reflect.set(globalThis, 'notes', Number(Reflect.get(globalThis, 'notes')) + 1);
    start.call(this, at);
  };
}
function beOutOfSight(): void {
  Object.defineProperty(Document.prototype, 'hidden', { get: () => true });
}
const notesOf = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(globalThis, 'notes')));
const sounded = (page: Page, notes: number): Promise<unknown> => page.waitForFunction((least) => Number(Reflect.get(globalThis, 'notes')) >= least, notes, SOON);
/** Long enough for a window out of sight to have had its turn. */
const aTurnLater = async (page: Page): Promise<void> => {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() > since + 1_500, from);
};

/** Somebody else takes the call. */
async function gradeOne(page: Page, summary: string): Promise<void> {
  const commandId = crypto.randomUUID();
  const answers = { dangerNow: true, hurt: null, hurtBadly: null, worseTonight: null, happenedBefore: null, crime: null, cannotProtect: null, safeUntilSeen: null, willEngage: null, adviceEnough: null };
  const answer = await page.request.post('/api/incidents', {
    headers: { origin: demo.url },
    data: { commandId, door: 'cmu', reportedAt: new Date(await serverNow(page)).toISOString(), summary, location: null, people: [], flags: [], missingRisk: null, answers, caller: { name: null, agency: null, phone: null, reference: null } },
  });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
}
/** What stands in the demo's night already is somebody's. */
async function nothingSounds(page: Page): Promise<void> {
  const { incident }: { incident: { id: string; alarms: { id: string; cause: AlarmCause; acknowledgedAt: string | null }[] }[] } = await (await page.request.get('/api/live')).json();
  for (const { id, alarms } of incident) for (const alarm of alarms) {
    if (kindOf(alarm.cause).sounds === true && alarm.acknowledgedAt === null) await page.request.post(`/api/incidents/${id}/alarms/${alarm.id}/acknowledge`, { headers: { origin: demo.url }, data: { commandId: crypto.randomUUID() } });
  }
}
/** The demo's night has a clock of its own. */
async function serverNow(page: Page): Promise<string> {
  const { serverNow: now }: { serverNow: string } = await (await page.request.get('/api/live')).json();
  return now;
}

test('two windows of one person sound once', () => demo.journey('sounds', async () => {
  const [first, supervisor] = [await demo.page(), await demo.signIn('supervisor')];
  await first.addInitScript(countNotes);
  await first.request.post('/api/session', { data: { username: 'coordinator', password: 'nightjar-by-night' }, headers: { origin: demo.url } });
  await first.goto('/console');
  await first.getByRole('option').first().waitFor(SOON);
  await first.keyboard.press('Shift+A');
  await first.getByRole('button', { name: /^Sound off/ }).waitFor(SOON);
  expect(await notesOf(first)).toBe(0);
  await nothingSounds(supervisor);
  await first.keyboard.press('s');
  // Whoever switches it on hears what it is.
  await sounded(first, NOTES);
  const second = await first.context().newPage();
  await second.addInitScript(countNotes);
  await second.addInitScript(beOutOfSight);
  await second.goto('/console');
  await second.getByRole('option').first().waitFor(SOON);
  await second.keyboard.press('Shift+A');
  await second.getByRole('button', { name: /^Sound on(?! from)/ }).waitFor(SOON);
  const [before, after] = [await notesOf(first), await notesOf(second)];
  await gradeOne(supervisor, 'A man with a knife in the yard');
  await sounded(first, before + NOTES);
  await second.getByText(/Grade 1, the police do not have it/).first().waitFor(SOON);
  await aTurnLater(second);
  expect([await notesOf(first) - before, await notesOf(second) - after]).toEqual([NOTES, 0]);

  // The window in sight is closed: a new one is heard in the other.
  await first.close();
  await gradeOne(supervisor, 'A woman shouts for help from a window');
  await sounded(second, after + NOTES);
  expect(demo.faults).toEqual([]);
})(), 120_000);
