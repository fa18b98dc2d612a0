// One case through every room, by five people in real browsers: call, grade, task, team, handover; and who never hears of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';

const STORY = 'A boy is sitting on the library steps, locked out, and it is dark.';
const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const LAPTOP = { viewport: { width: 1366, height: 768 } };

let demo: Demo;
let coordinator: Page, supervisor: Page, constable: Page, socialWorker: Page, elsewhere: Page, edt: Page, dayTeam: Page, otherTeam: Page;

beforeAll(async () => {
  demo = await startDemo();
  coordinator = await demo.signIn('coordinator');
  supervisor = await demo.signIn('supervisor', LAPTOP);
  constable = await demo.signIn('responder1', TABLET);
  socialWorker = await demo.signIn('responder2', PHONE);
  elsewhere = await demo.signIn('responder3', PHONE);
  edt = await demo.signIn('edt', LAPTOP);
  dayTeam = await demo.signIn('dayteam', LAPTOP);
  otherTeam = await demo.signIn('dayteam2', LAPTOP);
}, 120_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 15_000 });
const hears = async (page: Page): Promise<boolean> => (await page.content()).includes('library steps');
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
/** The tablet's one button is deaf for a moment after it has come up, so that a second tap of a cold hand does nothing. */
const tap = async (page: Page, name: RegExp): Promise<void> => {
  await page.locator('div:not([data-deaf]) > button').filter({ hasText: name }).first().click();
};

test('a case goes from the call to the day team, live on every screen that may see it and nowhere else', () => demo.journey('one-case', async () => {
  await shown(coordinator, 'Live');

  // 1. The call, by keyboard: N, what, who, where, which door, saved.
  await coordinator.keyboard.press('n');
  await coordinator.getByLabel(/caller’s words/).waitFor();
  await coordinator.keyboard.type(STORY);
  await coordinator.getByLabel(/^Name$/).fill('Rush Sedge');
  await coordinator.getByLabel('or about how old').fill('11');
  await coordinator.getByLabel('Child', { exact: true }).check();
  await coordinator.getByRole('combobox', { name: 'Where' }).fill('Padihm');
  await coordinator.getByRole('option', { name: /Padiham/ }).first().waitFor();
  await coordinator.keyboard.press('Enter');
  await coordinator.getByLabel('Vulnerable child').check();
  await coordinator.getByRole('combobox', { name: /Door/ }).selectOption('school');
  await coordinator.keyboard.press('Control+Enter');
  await shown(coordinator, /The call is saved/);
  await shown(supervisor, /library steps/);
  expect(await hears(edt)).toBe(false);

  // 2. The grade: three was proposed; raised to two, with a reason. From now on EDT sees it.
  await coordinator.keyboard.press('g');
  await coordinator.getByText('Confirm or change the grade').waitFor();
  await coordinator.keyboard.press('2');
  await coordinator.keyboard.press('Tab');
  await coordinator.keyboard.type('He is eleven, alone, and it is dark.');
  await coordinator.keyboard.press('Control+Enter');
  await shown(coordinator, 'Grade 3 changed to Grade 2');
  await shown(edt, /library steps/);

  // 3. The task: the board says which legs are missing.
  await coordinator.keyboard.press('t');
  await coordinator.getByText('Legs it needs').waitFor();
  await coordinator.keyboard.press('Control+Enter');
  await shown(coordinator, 'nobody sent: police and social work legs');
  expect(await hears(constable)).toBe(false);

  // 4. The team: B2 is chosen instead of the first suggestion, and both tablets have it within a second.
  await coordinator.keyboard.press('s');
  await coordinator.getByText('Missing: police and social work legs').waitFor();
  await coordinator.keyboard.press('v');
  const choices = coordinator.getByRole('group', { name: /Who could be sent/ });
  await choices.waitFor();
  for (const suggested of await choices.getByRole('checkbox', { checked: true }).all()) await suggested.click();
  await choices.getByRole('checkbox', { name: /B2/ }).click();
  await coordinator.getByRole('button', { name: /Send .*(Lark.*Wren|Wren.*Lark)/ }).waitFor();
  await coordinator.keyboard.press('Control+Enter');
  await Promise.all([constable, socialWorker].map((page) => page.getByRole('button', { name: /Open it/ }).waitFor({ timeout: 10_000 })));
  expect(await hears(elsewhere)).toBe(false);

  await press(constable, /Open it/);
  await tap(constable, /^Accept/);
  await tap(constable, /^Going/);
  await shown(coordinator, /needs social work leg|PC 1412 Robin Wren is going/);
  await press(socialWorker, /Open it/);
  await tap(socialWorker, /^Accept/);
  await tap(socialWorker, /^Going/);
  await shown(coordinator, /both going/);
  await tap(constable, /^There/);
  await tap(socialWorker, /^There/);
  await shown(coordinator, /both there/);
  await tap(socialWorker, /^Seen/);
  await socialWorker.getByText('Seen', { exact: true }).first().click();
  await press(socialWorker, /^Record it/);
  await tap(socialWorker, /^Outcome/);
  await socialWorker.getByText('Referral to early help').click();
  await socialWorker.getByLabel(/What was found and done/).fill('Seen and well; aunt has come for him. Family wants help with evenings.');
  await press(socialWorker, /^Record the outcome/);
  await tap(socialWorker, /^Left scene/);
  await tap(constable, /^Left scene/);
  await shown(coordinator, 'Task finished');
  expect(await hears(dayTeam)).toBe(false);

  // 5. The handover: the owner stays the owner until a named person takes it.
  await coordinator.keyboard.press('h');
  await coordinator.getByRole('combobox', { name: /^To/ }).selectOption({ label: 'Children’s Services East · County Council · starts 09:00' });
  await coordinator.getByLabel(/The risk now/).fill('Low: seen and well.');
  await coordinator.getByLabel(/Basis for sharing/).fill('Consent given by the aunt.');
  await coordinator.keyboard.press('Control+Enter');
  await shown(dayTeam, /library steps/);
  await shown(edt, /Children’s Services East/);
  expect(await hears(otherTeam)).toBe(false);
  await dayTeam.getByText(/library steps/).first().click();
  await shown(dayTeam, /aunt has come for him/);
  await press(dayTeam, /Take it over/);
  await shown(dayTeam, /You, Rae Swift, take this case over/);
  await press(dayTeam, /Take it over/);
  await shown(edt, /Taken over by Rae Swift/);
  await expect(hears(otherTeam)).resolves.toBe(false);
  await expect(hears(elsewhere)).resolves.toBe(false);
  expect(demo.faults).toEqual([]);
})(), 120_000);
