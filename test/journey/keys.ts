// A person without a mouse: counts what is pressed besides words, and sees that after each press the focus is somewhere, and shows.
import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../support/wait-for.ts';

const MOST_TABS = 40;

export class Keys {
  strokes = 0;
  letters = 0;
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.strokes += 1;
      await this.focusShows(`after ${key}`);
    }
  }

  async write(words: string): Promise<void> {
    await this.page.keyboard.type(words);
    this.letters += words.length;
  }

  /** With Tab alone, and no further than somebody would go. */
  async tabTo(goal: Locator): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isFocused(goal)) return;
      await this.press('Tab');
    }
    throw new Error(`${MOST_TABS} times Tab did not lead to ${String(goal)}`);
  }

  /** Waits until the focus has come there by itself. */
  async arrivesAt(goal: Locator): Promise<void> {
    await goal.waitFor({ timeout: 5_000 });
    // Looked up anew each time: the field may be one of the next form, which comes when the server has answered.
    await waitFor(`the focus comes to ${String(goal)}`, () => isFocused(goal));
    await this.focusShows(`at ${String(goal)}`);
  }

  /** A screen that is being exchanged for another may be without it for a moment, and no longer. */
  async focusShows(when: string): Promise<void> {
    await this.page.waitForFunction(hasVisibleFocus, undefined, { timeout: 2_000 }).catch(() => { throw new Error(`The focus is lost or does not show ${when}`); });
  }
}

const isFocused = (goal: Locator): Promise<boolean> => goal.evaluate((element) => element === document.activeElement, undefined, { timeout: 5_000 });

/** The ring is the element's own, or that of the frame or label that stands for it; the map draws one over itself. */
function hasVisibleFocus(): boolean {
  const element = document.activeElement;
  if (element === null || element === document.body || !element.matches(':focus-visible')) return false;
  const isRinged = (one: Element | null | undefined): boolean => one instanceof Element && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0;
  const isDrawnOver = parseFloat(getComputedStyle(element, '::after').borderTopWidth) > 0 && getComputedStyle(element, '::after').content !== 'none';
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight && (isDrawnOver || [element, element.nextElementSibling, element.parentElement, element.closest('label')].some(isRinged));
}
