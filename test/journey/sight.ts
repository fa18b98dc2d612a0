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
  await page.evaluate(`typeof axe === 'object' || (() => { ${AXE} })()`);
  await page.evaluate(standStill);
  for (const colorScheme of ['dark', 'light'] as const) {
    await showIn(page, colorScheme);
    const { violations } = await page.evaluate((rules) => axe.run(rules), RULES);
    found.push(...violations.map(({ id, nodes }) => `${state}, ${colorScheme}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`));
  }
  return found;
}

/** A sheet that is made by script needs no leave from the page's policy. */
function standStill(): void {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [still];
}

/** What the colours have come to, not the shades that they pass through. */
async function showIn(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme, colorScheme);
}

/** What is wider than its frame at these widths: the page itself, or anything in it that scrolls. */
export async function tooWideIn(page: Page, state: string, widths: readonly number[]): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: before?.height ?? 800 });
    const wide = await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      // What has two dimensions by nature, and stands there as a list too.
      const isTimeline = (element: Element) => element.hasAttribute('data-nj-sideways');
      const scrolls = (element: Element) => !isTimeline(element) && (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX));
      return [...document.querySelectorAll('*')].filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && scrolls(element))
        .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`);
    });
    found.push(...wide.map((what) => `${state}, ${width}: ${what}`));
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}
