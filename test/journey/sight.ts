// What a machine can say of a screen as it stands: rules of access that it breaks by night and by day, and what must be pushed sideways.
import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

const AXE = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** Each as a sentence that names the state; empty where nothing is wrong. */
export async function wrongIn(page: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await showIn(page, colorScheme);
    await page.evaluate(`typeof axe === 'object' || (() => { ${AXE} })()`);
    const { violations } = await page.evaluate((rules) => axe.run(rules), RULES);
    found.push(...violations.map(({ id, nodes }) => `${state}, ${colorScheme}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`));
  }
  return found;
}

/** What the colour and its elements have come to, not what they pass through: a shade half way between two is nobody's choice. */
async function showIn(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((scheme) => (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme, colorScheme);
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // A colour that is inherited passes through one element a frame.
    for (let still = 0; still < 3; still = document.getAnimations().length === 0 ? still + 1 : 0) await frame();
  });
}

/** What is wider than its frame at these widths: the page itself, or anything in it that scrolls. */
export async function tooWideIn(page: Page, state: string, widths: readonly number[]): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: before?.height ?? 800 });
    const wide = await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      const scrolls = (element: Element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
      return [...document.querySelectorAll('*')].filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && scrolls(element))
        .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`);
    });
    found.push(...wide.map((what) => `${state}, ${width}: ${what}`));
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}
