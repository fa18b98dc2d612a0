// Which things changed in the last four seconds, so that a board can mark them briefly and then be quiet again.
import type { Change, Entity } from '../../shared/protocol/live.ts';

const markedMs = 4000;
const none: ReadonlySet<string> = new Set();

export class RecentChanges {
  #sets: Partial<Record<Entity, ReadonlySet<string>>> = {};
  #marks = new Map<string, number>();

  constructor(private readonly onFaded: () => void) {}

  /** The same set until one is added or fades. */
  of(entity: Entity): ReadonlySet<string> {
    return this.#sets[entity] ?? none;
  }

  mark(changes: readonly Change[]): void {
    for (const { entity, id } of changes) {
      const key = `${entity} ${id}`;
      const mark = (this.#marks.get(key) ?? 0) + 1;
      this.#marks.set(key, mark);
      this.#sets[entity] = new Set(this.of(entity)).add(id);
      setTimeout(() => { if (this.#marks.get(key) === mark) this.#fade(entity, id, key); }, markedMs);
    }
  }

  #fade(entity: Entity, id: string, key: string): void {
    this.#marks.delete(key);
    this.#sets[entity] = new Set([...this.of(entity)].filter((other) => other !== id));
    this.onFaded();
  }
}
