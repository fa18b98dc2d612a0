// Keeps one call while it is typed: on this device at once, on the server within two seconds, and never over what somebody else has written since.
import type { DraftForm } from '../../shared/domain/call-draft.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import { clockTime } from '../ui/time-text.ts';
import { Refused } from './api.ts';
import { backoffMs } from './backoff.ts';
import type { DraftShelf } from './draft-shelf.ts';

/** `words`: what a list shows of it. `body`: the form's own fields, as JSON. */
export interface KeptFields { door: Door | null; words: string; body: string }
export interface Sending { afterVersion: number; fields: KeptFields }

export type Keeping =
  | { is: 'blank' | 'kept' | 'keeping' }
  /** The server has not answered, or will not take it: it is on this device, and `why` says so. */
  | { is: 'on-device'; why: string }
  /** Somebody else has it, or it has ended: nothing more is written. */
  | { is: 'stopped'; code: string; why: string };

export interface KeeperPorts {
  send: (draftId: string, form: DraftForm, sending: Sending) => Promise<{ version: number }>;
  shelf: DraftShelf;
}

const KEEP_AFTER_MS = 2_000;
/** Nobody's save waits longer for what was kept before it. */
const ARRIVES_SOON_MS = 1_000;
const STOPS: ReadonlySet<string> = new Set(['draft-changed', 'draft-with-another', 'draft-saved', 'draft-thrown-away']);
const AWAY = 'The server does not answer. What you type is kept on this device, and sent when it does.';

export class DraftKeeper {
  keeping: Keeping = { is: 'blank' };
  #version = 0;
  #fields: KeptFields | null = null;
  /** Sent and not answered: sent again as it was, so that the server knows it from a second writer's. */
  #pending: Sending | null = null;
  #sentBody: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #busy = false;
  #onItsWay: Promise<void> = Promise.resolve();
  #holds = 0;
  #tries = 0;
  #listeners = new Set<() => void>();

  constructor(readonly id: string, readonly form: DraftForm, readonly ports: KeeperPorts) {}

  /** As the server has it. */
  static read(id: string, form: DraftForm, ports: KeeperPorts, version: number, fields: KeptFields): DraftKeeper {
    const keeper = new DraftKeeper(id, form, ports);
    [keeper.#version, keeper.#fields, keeper.#sentBody, keeper.keeping] = [version, fields, fields.body, { is: 'kept' }];
    return keeper;
  }

  /** As this device kept it, when the server was away or the page died. */
  static found(id: string, form: DraftForm, ports: KeeperPorts, kept: { version: number; pending: Sending | null; fields: KeptFields }): DraftKeeper {
    const keeper = new DraftKeeper(id, form, ports);
    [keeper.#version, keeper.#fields, keeper.#pending] = [kept.version, kept.fields, kept.pending];
    keeper.#set({ is: 'keeping' });
    keeper.flush();
    return keeper;
  }

  get fields(): KeptFields | null { return this.#fields; }
  get begun(): boolean { return this.#fields !== null; }
  /** Something of it is on its way, or still to be sent: the server's is older than this one. */
  get isAhead(): boolean { return this.keeping.is !== 'stopped' && (this.#busy || this.#isOwed()); }
  /** As the server last answered; 0 until it has heard of it. */
  get version(): number { return this.#version; }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(fields: KeptFields): void {
    this.#fields = fields;
    this.#shelve();
    if (this.keeping.is === 'stopped') return this.#announce();
    this.#set(this.keeping.is === 'on-device' ? this.keeping : { is: 'keeping' });
    this.#timer ??= setTimeout(() => this.flush(), KEEP_AFTER_MS);
  }

  /** Now rather than in two seconds: the field, or the page, is being left. */
  flush = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#busy && this.#holds === 0) this.#onItsWay = this.#push();
  };

  /** While the whole call is sent nothing of it is kept: of a call that is saved the server takes no more. What is on its way arrives first, if it arrives soon; should the work fail, keeping goes on. */
  async holdFor<T>(work: () => Promise<T>): Promise<T> {
    this.#holds += 1;
    try {
      await Promise.race([this.#onItsWay, new Promise((resolve) => { setTimeout(resolve, ARRIVES_SOON_MS); })]);
      return await work();
    } finally {
      this.#holds -= 1;
      this.flush();
    }
  }

  /** The list says that somebody else has it now. */
  lost(who: string, since: string): void {
    if (this.keeping.is !== 'stopped') this.#set({ is: 'stopped', code: 'draft-with-another', why: `${who} has had this call since ${clockTime(since)}. What you typed here is kept here.` });
  }

  /** Saved, or thrown away: nothing of it stays on this device. */
  end(): void {
    this.#stop();
    this.ports.shelf.forget(this.id);
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.keeping = { is: 'stopped', code: 'ended', why: '' };
  }

  #isOwed = (): boolean => this.#fields !== null && (this.#pending !== null || this.#fields.body !== this.#sentBody);

  async #push(): Promise<void> {
    if (this.keeping.is === 'stopped' || this.#fields === null || !this.#isOwed()) return;
    this.#busy = true;
    const sending = this.#pending ?? { afterVersion: this.#version, fields: this.#fields };
    this.#pending = sending;
    this.#shelve();
    let again: number | null = null;
    try {
      const { version } = await this.ports.send(this.id, this.form, sending);
      [this.#version, this.#pending, this.#sentBody, this.#tries] = [version, null, sending.fields.body, 0];
      again = this.#kept();
    } catch (error) {
      again = this.#refused(error);
    } finally {
      this.#busy = false;
    }
    if (again !== null) this.#timer ??= setTimeout(() => this.flush(), again);
  }

  /** How soon there is more to send; null where there is none. */
  #kept(): number | null {
    if (this.keeping.is === 'stopped') return null;
    if (this.#isOwed()) {
      this.#shelve();
      this.#set({ is: 'keeping' });
      return KEEP_AFTER_MS;
    }
    this.ports.shelf.forget(this.id);
    this.#set({ is: 'kept' });
    return null;
  }

  #refused(error: unknown): number | null {
    if (this.keeping.is === 'stopped') return null;
    const code = error instanceof Refused ? error.code : null;
    if (code !== null && STOPS.has(code) && error instanceof Refused) {
      this.#set({ is: 'stopped', code, why: error.sentence });
      return null;
    }
    // Swept meanwhile, or restored from before it was begun: what is on this page begins it again.
    if (code === 'not-found' && this.#version > 0) [this.#version, this.#pending] = [0, null];
    else if (code !== null && code !== 'busy' && code !== 'not-signed-in') this.#pending = null;
    this.#tries += 1;
    this.#set({ is: 'on-device', why: error instanceof Refused && code !== 'busy' && code !== 'not-found' ? error.sentence : AWAY });
    return backoffMs(Math.min(this.#tries, 6), 500, 10_000);
  }

  #shelve(): void {
    if (this.#fields !== null) this.ports.shelf.keep(this.id, { form: this.form, version: this.#version, pending: this.#pending, fields: this.#fields });
  }

  #set(keeping: Keeping): void {
    this.keeping = keeping;
    this.#announce();
  }

  #announce(): void {
    this.#listeners.forEach((listener) => listener());
  }
}
