// The debrief in a real browser: read by a supervisor with keys alone and followed into a record, taken away as a file, and for an analyst without a single incident.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDemo, type Demo } from '../support/demo.ts';
import { CONSOLE, LAPTOP, PHONE, shown } from './hands.ts';
import { tooWideIn, wrongIn } from './sight.ts';

let demo: Demo;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const walk = (name: string, steps: () => Promise<void>) => (): Promise<void> => demo.journey(`debrief-${name}`, async () => {
  await steps();
  expect(demo.faults.splice(0)).toEqual([]);
})();

test('a supervisor reads the night by keys, opens the figures behind a chart, and goes on to what waited longest', walk('supervisor', async () => {
  const page = await demo.signIn('supervisor', CONSOLE);
  await page.goto('/debrief');
  await page.getByRole('heading', { name: /Grade 2 met within the hour, \d+%/ }).waitFor();
  await shown(page, 'A rehearsal: these people and incidents are made up.');
  expect([...await wrongIn(page, 'the debrief'), ...await tooWideIn(page, 'the debrief', [PHONE.viewport.width, 820, 1366, 1920])]).toEqual([]);

  const byGrade = page.getByRole('region', { name: 'Calls by grade' });
  await byGrade.getByText('The same as a table').focus();
  await page.keyboard.press('Enter');
  const rows = await byGrade.getByRole('table').getByRole('row').allInnerTexts();
  const drawn = await byGrade.getByRole('img', { name: /^Most were Grade/ }).innerText();
  for (const row of rows.slice(1)) expect(drawn.replaceAll(/\s+/g, ' ')).toContain(row.replaceAll(/\s+/g, ' ').replace(/^Grade \d /, ''));
  expect(await wrongIn(page, 'a chart as a table')).toEqual([]);

  const first = page.getByRole('table').filter({ hasText: 'Its parts' }).getByRole('link').first();
  const ref = await first.innerText();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/console\?incident=/);
  await page.locator('[data-pane=incident]').getByText(ref).first().waitFor();
}), 60_000);

test('the file says that it is a rehearsal’s, and names what the page names', walk('file', async () => {
  const page = await demo.signIn('coordinator', LAPTOP);
  await page.goto('/debrief');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Incidents as CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^rehearsal-debrief-\d{4}-\d\d-\d\d\.csv$/);
  const text = await (await page.request.get('/api/debrief.csv')).text();
  expect(text).toMatch(/^Rehearsal: /);
  const named = await page.getByRole('table').filter({ hasText: 'Its parts' }).getByRole('link').allInnerTexts();
  expect(named.length).toBeGreaterThan(0);
  for (const ref of named) expect(text).toContain(ref);
}), 60_000);

test('a night without calls says so; the address keeps the night', walk('empty', async () => {
  const page = await demo.signIn('coordinator', LAPTOP);
  await page.goto('/debrief');
  await page.getByRole('radiogroup', { name: 'Over how long' }).getByText('A night').click();
  await page.getByLabel('The night that began on').fill('2026-01-05');
  await shown(page, 'No calls were reported in this stretch.');
  expect(page.url()).toContain('night=2026-01-05');
  expect(await wrongIn(page, 'no calls')).toEqual([]);
}), 60_000);

test('an analyst sees counts alone: no incident, no file', walk('analyst', async () => {
  const page = await demo.signIn('analyst', LAPTOP);
  await page.goto('/debrief');
  await page.getByRole('heading', { name: 'Calls by hour' }).waitFor();
  expect(await page.getByText(/EAR-\d{4}-\d{4}/).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Incidents as CSV' }).count()).toBe(0);
  expect(await wrongIn(page, 'the analyst’s debrief')).toEqual([]);
}), 60_000);
