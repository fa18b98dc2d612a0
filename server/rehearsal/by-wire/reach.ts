// Whether a device has signal: what is under way is cut off as it goes, and what waits goes on once it is back.

export class Reach {
  #cut = new AbortController();
  #waiting: (() => void)[] = [];
  readonly #leaving = new Set<() => void>();

  get there(): boolean { return !this.#cut.signal.aborted; }

  /** Aborts when the signal that there is now goes. */
  get whileThere(): AbortSignal { return this.#cut.signal; }

  set(there: boolean): void {
    if (there === this.there) return;
    if (there) {
      this.#cut = new AbortController();
      for (const goOn of this.#waiting.splice(0)) goOn();
      return;
    }
    this.#cut.abort();
    for (const act of this.#leaving) act();
    this.#leaving.clear();
  }

  /** Resolves at once where there is signal. */
  back(): Promise<void> {
    return this.there ? Promise.resolve() : new Promise((resolve) => { this.#waiting.push(resolve); });
  }

  /** Acts when the signal goes, at once where there is none. Answers how to be forgotten. */
  whenGone(act: () => void): () => void {
    if (!this.there) { act(); return () => undefined; }
    this.#leaving.add(act);
    return () => this.#leaving.delete(act);
  }
}
