// One account's unsent commands: shown at once, kept on the device, sent in order, and only ever sent as whoever pressed them.
import type { Instant } from '../../shared/domain/instant.ts';
import { Refused, ServerFault } from './api.ts';
import { backoffMs } from './backoff.ts';
import type { KeptCommand, Shelf } from './outbox-shelf.ts';

export interface OutboxContents {
  unsent: readonly KeptCommand[];
  refused: readonly KeptCommand[];
  /** Of other accounts on this device: kept until they sign in, and not shown. */
  others: number;
}

export interface OutboxWays {
  shelf: Shelf;
  /** Resolves once the server has taken it; throws as `ask` does. */
  deliver: (command: KeptCommand) => Promise<unknown>;
  /** Whom the server takes us for: another tab may have signed in as somebody else. */
  whoAmI: () => Promise<string>;
  /** The device could not keep something. It is sent all the same, if this page stays open. */
  notKept: () => void;
}

/** Refusals of the moment, not of the command. */
const passing: ReadonlySet<string> = new Set(['not-signed-in', 'busy', 'too-many-tries']);
/** One command over which a working server stumbles must not hold up a whole night's; a server that is down answers no `whoAmI`. */
const faultsBeforeSetAside = 5;

export class Outbox {
  contents: OutboxContents = { unsent: [], refused: [], others: 0 };
  readonly #listeners = new Set<() => void>();
  readonly #loaded: Promise<void>;
  #sending: Promise<void> | null = null;
  #stopped = false;
  #tries = 0;
  #faults = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly accountId: string, private readonly ways: OutboxWays) {
    this.#loaded = this.#load();
    void this.send();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Settles once the device has it; sending follows by itself. */
  async push(command: { name: string; commandId: string; body: Record<string, unknown>; at: Instant }): Promise<void> {
    const { unsent } = this.contents;
    // A device's clock may stand still or be set back: the order of pressing holds all the same.
    const order = Math.max(Date.now(), (unsent.at(-1)?.order ?? 0) + 1);
    const kept = { ...command, accountId: this.accountId, order, sentence: null };
    this.#become({ unsent: [...unsent, kept] });
    await this.ways.shelf.put(kept).catch(this.ways.notKept);
    void this.send();
  }

  async dismiss(commandId: string): Promise<void> {
    this.#become({ refused: this.contents.refused.filter((command) => command.commandId !== commandId) });
    await this.ways.shelf.remove(commandId).catch(() => null);
  }

  /** Sends what there is, in order, until something has to wait; settles with that. Safe to call at any time. */
  send(): Promise<void> {
    return this.#sending ??= this.#sendAll();
  }

  /** For good: the session that these were pressed in has ended. They stay on the device. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
  }

  async #load(): Promise<void> {
    const kept = await this.ways.shelf.all().catch((): KeptCommand[] => []);
    const mine = kept.filter(({ accountId }) => accountId === this.accountId).toSorted((a, b) => a.order - b.order);
    const pressedMeanwhile = this.contents.unsent.filter(({ commandId }) => !mine.some((other) => other.commandId === commandId));
    this.#become({
      unsent: [...mine.filter(({ sentence }) => sentence === null), ...pressedMeanwhile],
      refused: mine.filter(({ sentence }) => sentence !== null),
      others: kept.length - mine.length,
    });
  }

  async #sendAll(): Promise<void> {
    await this.#loaded;
    clearTimeout(this.#retry);
    try {
      if (this.#next() !== undefined && await this.ways.whoAmI() !== this.accountId) this.stop();
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        await this.#settle(next, await this.#sentenceAgainst(next));
        this.#tries = 0;
        this.#faults = 0;
      }
    } catch {
      this.#retry = setTimeout(() => void this.send(), backoffMs(this.#tries, 1000, 30_000));
      this.#tries += 1;
    } finally {
      this.#sending = null;
    }
  }

  #next(): KeptCommand | undefined {
    return this.#stopped ? undefined : this.contents.unsent[0];
  }

  /** Null: the server has it. Throws where it must wait. */
  async #sentenceAgainst(command: KeptCommand): Promise<string | null> {
    try {
      await this.ways.deliver(command);
      return null;
    } catch (error) {
      if (error instanceof Refused && !passing.has(error.code)) return error.sentence;
      if (error instanceof ServerFault && (this.#faults += 1) >= faultsBeforeSetAside) return error.sentence;
      throw error;
    }
  }

  async #settle(command: KeptCommand, sentence: string | null): Promise<void> {
    const unsent = this.contents.unsent.filter(({ commandId }) => commandId !== command.commandId);
    const set = { ...command, sentence };
    this.#become(sentence === null ? { unsent } : { unsent, refused: [...this.contents.refused, set] });
    // Should the device fail here, the command is sent again after a reload and gets its first answer again.
    await (sentence === null ? this.ways.shelf.remove(command.commandId) : this.ways.shelf.put(set)).catch(() => null);
  }

  #become(change: Partial<OutboxContents>): void {
    this.contents = { ...this.contents, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
