// The night's time as a queue of moments: it goes on to the next one once nobody has anything left to do in this one.
import { setImmediate as afterTheOthers } from 'node:timers/promises';
import { instantOf, type Instant } from '../../../shared/domain/instant.ts';
import type { Time } from '../service.ts';

interface Moment { at: number; order: number; /** Null once nobody waits for it any more. */ wake: (() => void) | null }

export class VirtualTime implements Time {
  private at: number;
  private text: Instant;
  private order = 0;
  private isOver = false;
  private readonly moments: Moment[] = [];

  constructor(from: Instant, private readonly endsAt: Instant) {
    this.at = Date.parse(from);
    this.text = from;
  }

  now(): Instant { return this.text; }
  over(): boolean { return this.isOver; }

  until(at: Instant): Promise<void> {
    return new Promise((resolve) => { this.wakeAt(at, resolve); });
  }

  /** Answers how to wait no longer. What has passed is woken after what is going on now. */
  wakeAt(at: Instant, wake: () => void): () => void {
    if (this.isOver || at <= this.text) {
      queueMicrotask(wake);
      return () => undefined;
    }
    const moment: Moment = { at: Date.parse(at), order: this.order += 1, wake };
    this.push(moment);
    return () => { moment.wake = null; };
  }

  /** Resolves when the night's hours are over, or it is stopped, and nobody waits any more. `passed` is told of each hour that has begun. */
  async run(stopped: () => boolean, passed: (at: Instant) => void): Promise<void> {
    const endsAt = Date.parse(this.endsAt);
    // The people are in no queue before they have waited for the first time.
    await afterTheOthers();
    let next = this.pop();
    for (; next !== undefined && next.at <= endsAt && !stopped(); next = this.pop()) {
      if (next.wake === null) continue;
      if (next.at > this.at) {
        this.at = next.at;
        const before = this.text;
        this.text = instantOf(next.at);
        if (before.slice(0, 13) !== this.text.slice(0, 13)) passed(this.text);
      }
      next.wake();
      // Whoever was woken does everything in microtasks, so that all of it is done by then.
      await afterTheOthers();
    }
    passed(this.endsAt);
    this.text = this.endsAt;
    this.isOver = true;
    for (; next !== undefined; next = this.pop()) next.wake?.();
    await afterTheOthers();
  }

  private push(moment: Moment): void {
    const { moments } = this;
    let index = moments.push(moment) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!isSooner(moment, moments[above])) break;
      this.swap(index, above);
      index = above;
    }
  }

  private pop(): Moment | undefined {
    const { moments } = this;
    const first = moments[0];
    const last = moments.pop();
    if (first === undefined || last === undefined || moments.length === 0) return first;
    moments[0] = last;
    for (let index = 0; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const sooner = isSooner(moments[right], moments[left]) ? right : left;
      if (!isSooner(moments[sooner], moments[index])) return first;
      this.swap(index, sooner);
      index = sooner;
    }
  }

  private swap(a: number, b: number): void {
    const [one, other] = [this.moments[a], this.moments[b]];
    if (one !== undefined && other !== undefined) [this.moments[a], this.moments[b]] = [other, one];
  }
}

const isSooner = (a: Moment | undefined, b: Moment | undefined): boolean => a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order));
