// Where a device is, told as a tablet tells it: in batches, a second apart at the least, and never a place that was passed without signal.
import type { Point } from '../../../shared/domain/distance.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { reportPositions } from '../../../shared/protocol/duties.ts';
import { Unanswered } from './ask.ts';
import type { Door } from './door.ts';
import type { Reach } from './reach.ts';
import type { Session } from './session.ts';

const APART_MS = 1_000;
const AT_MOST = 200;
/** A telephone under open sky. */
const ACCURACY_M = 12;

interface Fix { at: Instant; offsetMs: number; lat: number; lon: number; accuracyM: number }

export class Fixes {
  #waiting: Fix[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly door: Door, private readonly session: Session, private readonly reach: Reach) {}

  take({ lat, lon }: Point, at: Instant): void {
    this.#waiting = [...this.#waiting, { at, offsetMs: 0, lat, lon, accuracyM: ACCURACY_M }].slice(-AT_MOST);
    this.#timer ??= setTimeout(() => void this.#send(), APART_MS);
  }

  drop(): void { this.#waiting = []; }

  stop(): void {
    clearTimeout(this.#timer);
    this.drop();
  }

  async #send(): Promise<void> {
    const fixes = this.#waiting;
    this.#waiting = [];
    try {
      if (fixes.length > 0) await this.session.ask(reportPositions, { fixes }, AbortSignal.any([this.reach.whileThere, this.door.ending]));
    } catch (error) {
      // Only the newest place matters, and a newer one follows.
      if (!(error instanceof Unanswered)) throw error;
    }
    this.#timer = this.#waiting.length === 0 || this.door.ending.aborted ? undefined : setTimeout(() => void this.#send(), APART_MS);
  }
}
