// The night when it does not go straight: refused, taken back, sent on, agreed by two, kept from those who may not know; on every screen that it touches.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { chooseCrews, CONSOLE, gone, inQueue, LAPTOP, openForm, openIncident, PHONE, press, shown, TABLET, tap } from './hands.ts';

let demo: Demo;
let coordinator: Page, supervisor: Page, constable: Page, socialWorker: Page, edt: Page;

beforeAll(async () => {
  demo = await startDemo();
  coordinator = await demo.signIn('coordinator', CONSOLE);
  supervisor = await demo.signIn('supervisor', LAPTOP);
  constable = await demo.signIn('responder1', TABLET);
  socialWorker = await demo.signIn('responder2', PHONE);
  edt = await demo.signIn('edt', LAPTOP);
  await Promise.all([coordinator, supervisor].map((page) => inQueue(page, /Two children/).waitFor()));
}, 120_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const way = (name: string, steps: () => Promise<void>) => (): Promise<void> => demo.journey(`other-ways-${name}`, steps)();
const send = (page: Page): Promise<void> => page.keyboard.press('Control+Enter');
/** Into the field that the form has put the focus in, and on. */
async function write(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
}
async function sendCrew(callSign: string): Promise<void> {
  await chooseCrews(await openForm(coordinator, 's'), [callSign]);
  await send(coordinator);
  await shown(coordinator, new RegExp(`${callSign} sent, not yet going`));
}

test('a Grade 1 stands above everything until the police have it, by name and reference', way('grade-1', async () => {
  const banner = /pass \d{4} to the police control room now/;
  await Promise.all([coordinator, supervisor].map((page) => page.getByRole('alert').getByText(banner).waitFor()));
  await openIncident(coordinator, /Mother has left the ward/);
  await openForm(coordinator, 'g');
  await send(coordinator);
  await shown(edt, /Grade 1, to pass to the police now/);
  await openForm(coordinator, 'Shift+p');
  await write(coordinator, 'Inspector Ruff');
  await send(coordinator);
  await shown(coordinator, /Ask the control room for a name and a reference/);
  await write(coordinator, '', 'LC-2011-0999');
  await send(coordinator);
  await shown(coordinator, /have it, ref LC-2011-0999/);
  await Promise.all([gone(coordinator, banner), gone(supervisor, banner), gone(edt, /to pass to the police now/)]);
}), 30_000);

test('declined with the reason: the leg is free again, and somebody else stands in it', way('declined', async () => {
  await openIncident(coordinator, /Two children/);
  await sendCrew('B2');
  await press(constable, /Open it/);
  await press(constable, /^More/);
  await press(constable, /^Decline/);
  await constable.getByText('Too far to get there in time').click();
  await press(constable, /^Decline/);
  await shown(coordinator, 'PC 1412 Robin Wren declined: too far to get there in time');
  await shown(coordinator, 'needs police leg · B2 sent');
  await chooseCrews(await openForm(coordinator, 's'), ['B1']);
  await send(coordinator);
  await press(socialWorker, /Open it/);
  await shown(socialWorker, 'PC 1508 Del Finch');
}), 30_000);

test('nobody lets them in: the follow-up bars the end, and says so, until it is decided', way('no-access', async () => {
  for (const step of [/^Accept/, /^Going/, /^There/]) await tap(socialWorker, step);
  await press(socialWorker, /^More/);
  await press(socialWorker, /^No access/);
  await press(socialWorker, /^Nobody let us in/);
  await shown(coordinator, 'Nobody let us in: decide what follows');
  await coordinator.keyboard.press('e');
  await shown(coordinator, /A follow-up is still open \(no access\)\. Decide it first/);
  const form = await openForm(coordinator, 'f');
  await coordinator.keyboard.press('3');
  await form.getByRole('textbox').fill('The aunt has a key and is on her way.');
  await send(coordinator);
  await shown(coordinator, 'Follow-up decided: find a key holder');
  await coordinator.keyboard.press('e');
  await shown(coordinator, /SW Amin Lark is still there/);
  await press(socialWorker, /^More/);
  await press(socialWorker, /^Left scene now/);
  await shown(coordinator, 'SW Amin Lark left scene');
  const end = await openForm(coordinator, 'e');
  await coordinator.keyboard.press('1');
  await end.getByLabel('Because').fill('The aunt is in with them.');
  await send(coordinator);
  await inQueue(coordinator, /Two children/).waitFor({ state: 'detached' });
}), 40_000);

test('stood down, sent again, others instead, then no longer needed', way('instead', async () => {
  await openIncident(coordinator, /Family sleeping/);
  await sendCrew('B2');
  await press(constable, /Open it/);
  await openForm(coordinator, 'd');
  await write(coordinator, 'Wanted in Burnley.');
  await send(coordinator);
  await shown(constable, /You were stood down from EAR-/);
  await press(constable, /^Understood/);

  await sendCrew('B2');
  await press(coordinator, /By radio: PC 1412 Robin Wren/);
  await coordinator.getByRole('menuitem', { name: 'B2 accepted' }).click();
  await shown(coordinator, 'SW Amin Lark accepted (answered by the partner, who assented)');
  await press(coordinator, /By radio: PC 1412 Robin Wren/);
  await coordinator.getByRole('menuitem', { name: /Send others instead/ }).click();
  const form = coordinator.locator('[data-form]');
  await chooseCrews(form, ['P2']);
  await form.getByRole('textbox').fill('P2 is round the corner.');
  await send(coordinator);
  await shown(coordinator, 'P2 sent, not yet going');
  await shown(constable, /You were stood down from EAR-/);

  await press(coordinator, /^Cancel Household needs/);
  await coordinator.locator('[data-form]:focus-within').waitFor();
  await write(coordinator, 'The heating works again.');
  await send(coordinator);
  await shown(coordinator, 'Task cancelled');
  await coordinator.getByRole('listitem').filter({ hasText: 'PC 1633 Ash Merlin' }).getByText('free').waitFor();
}), 40_000);

test('what was written down wrong is corrected, and what it said before stays on the log', way('correct', async () => {
  const form = await openForm(coordinator, 'c');
  await form.getByLabel('What is happening').fill('Family of three sleeping in one room: no heating since Tuesday.');
  await form.getByRole('combobox', { name: 'Where' }).fill('Flat 3, Scotland Road, Nelson');
  await form.getByRole('textbox', { name: 'Why' }).fill('Misheard at first.');
  await send(coordinator);
  await shown(coordinator, /Corrected: what is happening, where/);
  await shown(coordinator, 'Flat 3, Scotland Road, Nelson');
  await shown(edt, /no heating since Tuesday/);

  // A note moves no version, and is read where the incident is open already.
  await edt.getByRole('button', { name: /no heating since Tuesday/ }).first().click();
  await shown(edt, /Corrected: what is happening, where/);
  await openForm(coordinator, 'a');
  await write(coordinator, 'The landlord comes at eight.');
  await send(coordinator);
  await shown(edt, /The landlord comes at eight/);
}), 40_000);

test('a Grade 2 goes down only by two people in two sessions; until then it stands on every screen', way('downgrade', async () => {
  const boy = /Boy, about 12/;
  const onDesk = (grade: number) => edt.getByRole('button', { name: new RegExp(`Grade ${grade} .*Boy, about 12`) }).first().waitFor();
  await openIncident(coordinator, boy);
  await openForm(coordinator, 'g');
  await coordinator.keyboard.press('3');
  await coordinator.keyboard.press('Tab');
  await write(coordinator, 'The depot manager stays with him until his mother comes at ten.');
  await send(coordinator);
  await inQueue(supervisor, boy).getByText('asks for a second person').waitFor();
  await inQueue(coordinator, boy).getByText('waiting for a second person').waitFor();
  const own = await openForm(coordinator, 'y');
  await own.getByRole('button', { name: /Withdraw the question/ }).waitFor();
  expect(await own.getByRole('button', { name: /Agree/ }).count()).toBe(0);
  await coordinator.keyboard.press('Escape');

  await openIncident(supervisor, boy);
  for (const page of [coordinator, supervisor]) await page.getByRole('heading', { name: /^Grade 2 · due/ }).waitFor();
  await onDesk(2);
  const asked = await openForm(supervisor, 'y');
  await asked.getByText(/The depot manager stays with him/).waitFor();
  await send(supervisor);
  for (const page of [coordinator, supervisor]) await page.getByRole('heading', { name: /^Grade 3 · due/ }).waitFor();
  await onDesk(3);
  await shown(coordinator, 'Grade 2 changed to Grade 3, agreed by a second person');
}), 30_000);

test('a handover that came to the wrong team goes to the right one, its clock unchanged', way('rejected', async () => {
  const [wrong, right] = [await demo.signIn('dayteam', LAPTOP), await demo.signIn('dayteam2', LAPTOP)];
  const open = (page: Page) => page.getByRole('button', { name: /Father took the children/ }).first().click();
  const due = async (page: Page) => /\d\d:\d\d/.exec(await page.getByText(/^to be taken over/).first().locator('..').innerText())?.[0];
  await open(wrong);
  const before = await due(wrong);
  expect(before).toBeDefined();
  await wrong.getByRole('heading', { name: 'Sharing' }).waitFor();
  await wrong.keyboard.press('r');
  await wrong.getByLabel('The right team').selectOption({ label: 'Adult Social Care North' });
  await wrong.getByLabel('Why it is not yours').fill('The father is known to adult services.');
  await send(wrong);
  await open(right);
  await shown(right, /For Adult Social Care North/);
  expect(await due(right)).toBe(before);
  await shown(edt, /Adult Social Care North/);
}), 30_000);

test('a team without accounts takes over by phone: name, role, read back', way('by-phone', async () => {
  await edt.getByRole('button', { name: /Tenant barricaded/ }).first().click();
  await edt.getByRole('heading', { name: 'Sharing' }).waitFor();
  await edt.keyboard.press('p');
  await edt.getByLabel('Their name').fill('Sandy Linnet');
  await edt.getByLabel('Their role').fill('Duty manager');
  await send(edt);
  await shown(edt, /Ask them to read it back/);
  await edt.getByLabel('What they read back').fill('Sage Hawthorn, Rawtenstall; a known face on Monday.');
  await send(edt);
  await shown(edt, /Taken over by Sandy Linnet/);
  await inQueue(coordinator, /Tenant barricaded/).waitFor({ state: 'detached' });
}), 30_000);

test('what is restricted does not exist for whoever is not named', way('restricted', async () => {
  await inQueue(supervisor, /child of a member of staff/).waitFor();
  for (const [page, found] of [[supervisor, true], [coordinator, false]] as const) {
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog', { name: 'Find' });
    await search.locator(':focus').fill('thistle');
    await search.getByText(found ? /Concern about a child/ : /Nothing open is called “thistle”/).waitFor();
    const content = await page.content();
    expect([content.includes('member of staff'), content.includes('Thistle Vale')]).toEqual([found, false]);
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
  }
  for (const page of [coordinator, edt, constable]) expect(await page.content()).not.toMatch(/member of staff|Thistle Vale/);
}), 30_000);

test('a responder raises a call from the tablet', way('raised', async () => {
  await press(constable, /^Understood/);
  await press(constable, /^Raise a call/);
  await constable.getByLabel('What has happened').fill('A neighbour of the last address says the old lady next door has not been seen.');
  await constable.getByLabel(/^Address/).fill('14 Scotland Road, Nelson');
  await constable.getByLabel('Vulnerable adult').check();
  await press(constable, /^Raise it/);
  await shown(constable, /raised by you/);
  await openIncident(coordinator, /old lady next door/);
  await shown(coordinator, '14 Scotland Road, Nelson');
}), 30_000);

test('nobody books off while holding anything; what is held is handed on by name', way('book-off', async () => {
  await openIncident(coordinator, /old lady next door/);
  await openForm(coordinator, 't');
  await send(coordinator);
  await sendCrew('B2');
  await press(constable, /Open it/);
  await press(constable, /^Duty/);
  await press(constable, /^End of duty/);
  await press(constable, /^End of duty/);
  await shown(constable, /You still hold 1 task/);
  expect(demo.faults.splice(0)).toEqual([expect.stringContaining('409 (Conflict)')]);

  await coordinator.keyboard.press('b');
  await shown(coordinator, /You still hold \d+ things/);
  await coordinator.getByRole('radio', { name: /Morgan Kestrel/ }).click();
  await press(coordinator, /Hand on to Morgan Kestrel and end duty/);
  await shown(coordinator, 'Your duty has ended. Morgan Kestrel has what you held.');
  await openIncident(supervisor, /old lady next door/);
  await shown(supervisor, /yours/);
  expect(demo.faults).toEqual([]);
}), 30_000);
