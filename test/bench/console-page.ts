// A console in a real browser, signed in by its cookie, which notes for itself when a key was answered, how long the main thread was held up, and its frames.
import type { Browser, Page } from 'playwright-core';
import { COOKIE } from '../../server/identity/session.store.ts';
import type { Seat } from './stage.ts';

declare global {
  /** Milliseconds since navigation, and of blocks; filled by the page itself. */
  interface Window { answeredAt: number | undefined; blocks: number[] }
}

/** A context of its own: nothing is in its cache. */
export async function openConsole(browser: Browser, url: string, { cookie }: Seat): Promise<Page> {
  const address = url.replace('127.0.0.1', 'localhost');
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, colorScheme: 'dark', baseURL: address });
  await context.addCookies([{ name: COOKIE, value: cookie.slice(COOKIE.length + 1), domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.blocks = [];
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.blocks.push(duration); }).observe({ type: 'longtask', buffered: true });
    document.addEventListener('focusin', ({ target }) => { if (target instanceof Element && target.role === 'option') window.answeredAt ??= performance.now(); });
  });
  return page;
}

/** Frames a second while so much time goes by. */
export const framesPerSecond = (page: Page, ms: number): Promise<number> => page.evaluate((wanted) => new Promise<number>((resolve) => {
  let frames = 0;
  const started = performance.now();
  const next = (): void => {
    frames += 1;
    const gone = performance.now() - started;
    if (gone < wanted) requestAnimationFrame(next);
    else resolve(frames / (gone / 1000));
  };
  requestAnimationFrame(next);
}), ms);
