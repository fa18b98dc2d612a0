// Looking after the crew in real browsers: an SOS without signal and with it, to those who are to hear of it, ended by a named person's word; and a check-in that does not come.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startDemo, type Demo } from '../support/demo.ts';
import { chooseCrews, CONSOLE, gone, LAPTOP, openForm, openIncident, PHONE, press, shown, TABLET, tap } from './hands.ts';
import { tooWideIn, wrongIn } from './sight.ts';

/** What a browser prints of its own accord about a request that found no network. */
const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/;
const SOON = { timeout: 15_000 };
const WREN = /SOS: PC 1412 Robin Wren, B2/;

let demo: Demo;
let coordinator: Page, constable: Page, partner: Page;
beforeAll(async () => {
  demo = await startDemo();
  coordinator = await demo.signIn('coordinator', CONSOLE);
  constable = await demo.signIn('responder1', PHONE);
  partner = await demo.signIn('responder2', TABLET);
}, 90_000);
afterAll(async () => { await demo.stop(); }, 30_000);

const faults = (): string[] => demo.faults.splice(0).filter((fault) => !NO_NETWORK.test(fault));
const post = async (page: Page, path: string, data: object): Promise<number> =>
  (await page.request.post(`/api${path}`, { headers: { origin: demo.url }, data: { commandId: crypto.randomUUID(), ...data } })).status();

async function hold(page: Page): Promise<void> {
  const box = await page.getByRole('button', { name: /^SOS/ }).first().boundingBox();
  if (box === null) throw new Error('there is no SOS on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.getByText(/SOS (NOT SENT|sent)/).first().waitFor(SOON);
  await page.mouse.up();
}

test('an SOS says that it was not sent until it was; who is to hear of it does, and only a named person’s word ends it', () => demo.journey('sos', async () => {
  const [edt, dayTeam] = [await demo.signIn('edt', LAPTOP), await demo.signIn('dayteam', LAPTOP)];
  await shown(constable, 'Nothing is sent to you');
  await constable.context().setOffline(true);
  await hold(constable);
  await shown(constable, 'SOS NOT SENT: use the radio, or ring 999');
  await constable.context().setOffline(false);
  await shown(constable, /SOS sent/);

  await shown(coordinator, WREN);
  await shown(edt, WREN);
  await shown(partner, /SOS from PC 1412 Robin Wren/);
  await shown(dayTeam, /Waiting/);
  expect(await dayTeam.getByText(/SOS/).count()).toBe(0);
  expect([...await wrongIn(coordinator, 'an SOS on the console'), ...await wrongIn(constable, 'an SOS on the tablet'), ...await tooWideIn(constable, 'an SOS on the tablet', [360, 820])]).toEqual([]);

  const { duty }: { duty: { id: string } } = await (await constable.request.get('/api/me')).json();
  expect(await post(constable, `/duties/${duty.id}/end`, {})).toBe(409);
  await coordinator.keyboard.press('Shift+S');
  await shown(coordinator, 'Kit Heron has it');
  await shown(constable, 'Kit Heron in control has it');
  await coordinator.keyboard.press('Shift+S');
  await coordinator.getByRole('radio', { name: /They are safe/ }).click();
  await coordinator.getByLabel(/Who was spoken to/).fill('Constable Rowan, who is with him');
  await coordinator.getByLabel(/What they said/).fill('Both are in the car, and well');
  await coordinator.keyboard.press('Control+Enter');
  await gone(coordinator, WREN);
  await gone(edt, WREN);
  await gone(constable, /SOS sent/);
  expect(faults()).toEqual([]);
})(), 90_000);

test('a check-in that does not come is asked for on both tablets, then comes to control; all well ends it', () => demo.journey('check-in', async () => {
  await openIncident(coordinator, /Two children/);
  await chooseCrews(await openForm(coordinator, 's'), ['B2']);
  await coordinator.keyboard.press('Control+Enter');
  await press(constable, /Open it/);
  for (const step of [/^Accept/, /^Going/, /^There/]) await tap(constable, step);
  await press(partner, /Open it/);
  await tap(partner, /^Accept/);
  await tap(partner, /^Going/);
  await tap(partner, /^There/);
  await shown(constable, /Check in by/);
  await coordinator.request.post('/api/rehearsal/speed', { headers: { origin: demo.url }, data: { commandId: crypto.randomUUID(), speed: 300 } });
  await shown(constable, /Are you all right/);
  await shown(partner, /Robin Wren has not checked in since/);
  await shown(coordinator, /a crew has not checked in: PC 1412 Robin Wren/);
  expect(await post(coordinator, '/rehearsal/speed', { speed: 1 })).toBe(200);
  expect([...await wrongIn(constable, 'a check-in that is due'), ...await tooWideIn(constable, 'a check-in that is due', [360, 820])]).toEqual([]);
  await constable.getByRole('button', { name: /^All well/ }).first().click();
  await constable.getByRole('button', { name: /They are with me, and well/ }).click();
  await gone(constable, /Are you all right/);
  await gone(coordinator, /a crew has not checked in: /);
  expect(faults()).toEqual([]);
})(), 90_000);
