// An SOS waits behind nothing: kept on the device, sent at once and tried again every two seconds until the server has it, across a reload too.
import type { Instant } from '../../shared/domain/instant.ts';
import { Refused } from './api.ts';

export interface KeptSos { commandId: string; at: Instant; body: Record<string, unknown> }

export type SosHere =
  | { state: 'none' }
  /** Pressed, and the server has not said that it has it. `sentence`: why it will not take it. */
  | { state: 'not-sent'; at: Instant; sentence: string | null }
  | { state: 'sent'; at: Instant; sentAt: Instant };

export interface SosWays {
  read: () => KeptSos | null;
  keep: (kept: KeptSos | null) => void;
  /** Answers the place in the log that it reached; throws as `ask` does. */
  deliver: (kept: KeptSos) => Promise<number>;
  now: () => Instant;
  /** Settles once this page has seen everything up to that place: from then on the live board says whether it stands. */
  caughtUp: (seq: number) => Promise<void>;
}

const AGAIN_MS = 2_000;
/** Refusals of the moment: the same SOS may be taken the next time. */
const PASSING: ReadonlySet<string> = new Set(['not-signed-in', 'busy', 'too-many-tries']);

export class SosSender {
  here: SosHere = { state: 'none' };
  readonly #listeners = new Set<() => void>();
  #kept: KeptSos | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #stopped = false;

  constructor(readonly accountId: string, private readonly ways: SosWays) {
    this.#kept = ways.read();
    if (this.#kept !== null) this.#wait(this.#kept);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Pressed again while one waits, it is that one, tried at once. */
  press(kept: KeptSos): void {
    this.#kept ??= kept;
    this.ways.keep(this.#kept);
    this.#wait(this.#kept);
  }

  /** Hearing the server again is the moment to speak. */
  tryNow(): void {
    if (this.#kept !== null) void this.#send(this.#kept);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #wait(kept: KeptSos): void {
    this.#become({ state: 'not-sent', at: kept.at, sentence: null });
    void this.#send(kept);
  }

  async #send(kept: KeptSos): Promise<void> {
    if (this.#sending || this.#stopped) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      const seq = await this.ways.deliver(kept);
      this.#kept = null;
      this.ways.keep(null);
      this.#become({ state: 'sent', at: kept.at, sentAt: this.ways.now() });
      void this.ways.caughtUp(seq).then(() => { if (this.#kept === null) this.#become({ state: 'none' }); });
    } catch (error) {
      const sentence = error instanceof Refused && !PASSING.has(error.code) ? error.sentence : null;
      this.#become({ state: 'not-sent', at: kept.at, sentence });
      if (!this.#stopped) this.#timer = setTimeout(() => void this.#send(kept), AGAIN_MS);
    } finally {
      this.#sending = false;
    }
  }

  #become(here: SosHere): void {
    this.here = here;
    this.#listeners.forEach((listener) => listener());
  }
}
