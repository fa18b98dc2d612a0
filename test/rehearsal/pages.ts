// Real pages that stand open all night: at the end each says what the same page says that is loaded afresh.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import type { Seat } from './seat.ts';

export interface Pages { differences(pictures: string | null): Promise<string[]>; faults(): string[]; said(): string; close(): Promise<void> }
interface Open { name: string; path: string; page: Page }

const VIEWPORTS: Record<string, { width: number; height: number }> = { '/console': { width: 1920, height: 1080 }, '/wall': { width: 1920, height: 1080 }, '/desk': { width: 1366, height: 768 }, '/tablet': { width: 820, height: 1180 } };
/** A page loaded afresh has until then to say the same, on a machine that has much else to do too; what it then still says otherwise is a difference. */
const WITHIN_MS = 60_000;
const LOOK_MS = 200;
/** "12 s ago" is told by this machine's clock, and goes on while the night stands still. */
const AGES = /\b(?:\d+ (?:s|min|h)(?: \d+ min)? (?:ago|old)|just now|Live|last heard [\d:]+)\b/g;

export async function openPages(url: string, seats: readonly Seat[]): Promise<Pages> {
  const browser = await launchChromium();
  const [open, faults, said]: [Open[], string[], string[]] = [[], [], []];
  for (const seat of seats) for (const path of seat.paths) open.push({ name: `${seat.username} ${path}`, path, page: await openPage(browser, url, seat, path, faults) });
  return {
    faults: () => faults,
    said: () => said.join('\n'),
    async differences(pictures) {
      if (pictures !== null) await mkdir(pictures, { recursive: true });
      const findings: string[] = [];
      for (const { name, page } of open) {
        const [stood, picture] = [await wordsOf(page), name.replaceAll(/\W+/g, '-')];
        if (pictures !== null) await page.screenshot({ path: join(pictures, `${picture}.png`) });
        await page.reload();
        const afresh = await wordsOnceLike(stood, page);
        said.push(`${name}: ${stood.length} lines`);
        const [lost, grown] = [stood.filter((line) => !afresh.includes(line)), afresh.filter((line) => !stood.includes(line))];
        if (lost.length + grown.length > 0) findings.push(`${name}: stood there alone: ${JSON.stringify(lost.slice(0, 5))}; only when loaded afresh: ${JSON.stringify(grown.slice(0, 5))}`);
      }
      return findings;
    },
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, url: string, seat: Seat, path: string, faults: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORTS[path] ?? { width: 1366, height: 768 }, colorScheme: 'dark', baseURL: url });
  // A cookie of the kind that only a secure page sets; a browser sends it to localhost as well.
  const [name, ...value] = seat.cookie().split('=');
  await context.addCookies([{ name: name ?? '', value: value.join('='), url: url.replace('http:', 'https:'), httpOnly: true, secure: true }]);
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`${seat.username} ${path}: ${message.text()} (${new URL(message.location().url, url).pathname})`); });
  page.on('pageerror', (error) => { faults.push(`${seat.username} ${path}: ${error.message}`); });
  await page.goto(path);
  return page;
}

const wordsOf = async (page: Page): Promise<string[]> => (await page.locator('body').innerText()).split('\n').map((line) => line.replaceAll(AGES, '').trim()).filter((line) => line !== '');

async function wordsOnceLike(stood: readonly string[], page: Page): Promise<string[]> {
  for (const end = performance.now() + WITHIN_MS; ; await sleep(LOOK_MS)) {
    const words = await wordsOf(page);
    if (performance.now() > end || (words.length === stood.length && words.every((line) => stood.includes(line)))) return words;
  }
}
