// What every journey does over and over: what it holds in its hands, waits for, presses, finds in the queue.
import type { Locator, Page } from 'playwright-core';

export const CONSOLE = { viewport: { width: 1920, height: 1080 } };
export const LAPTOP = { viewport: { width: 1366, height: 768 } };
export const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

const SOON = { timeout: 15_000 };

export const shown = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor(SOON);
export const gone = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor({ ...SOON, state: 'detached' });
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click(SOON);

/** The tablet's one button is deaf for a moment after it has come up, so that a second tap of a cold hand does nothing. */
export const nextButton = (page: Page, name: RegExp): Locator => page.locator('div:not([data-deaf]) > button').filter({ hasText: name }).first();
export const tap = (page: Page, name: RegExp): Promise<void> => nextButton(page, name).click(SOON);

/** One incident's line in the console's queue. */
export const inQueue = (page: Page, words: RegExp): Locator => page.getByRole('option', { name: words });
export async function openIncident(page: Page, words: RegExp): Promise<void> {
  await inQueue(page, words).click(SOON);
  await page.locator('[data-pane=incident]').getByText(words).first().waitFor(SOON);
}

/** Presses a letter that opens a form over the incident, and waits until the focus is in it. */
export async function openForm(page: Page, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  const form = page.locator('[data-form]:focus-within').last();
  await form.waitFor(SOON);
  return form;
}

/** Chooses exactly these crews in the form for sending, whoever was suggested. */
export async function chooseCrews(form: Locator, callSigns: readonly string[]): Promise<void> {
  const byHand = form.getByRole('button', { name: /Choose people myself/ });
  const choices = form.getByRole('group', { name: /Who could be sent/ });
  await byHand.or(choices).first().waitFor();
  if (await byHand.isVisible()) await byHand.click();
  await choices.waitFor();
  for (const suggested of await choices.getByRole('checkbox', { checked: true }).all()) await suggested.click();
  for (const callSign of callSigns) await choices.getByRole('checkbox', { name: new RegExp(`^${callSign} `) }).click();
}
