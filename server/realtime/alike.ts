// Puts together those who see the very same things, so that what they are shown is written out once.

export interface Alike<W, S extends object> { seen: readonly S[]; by: readonly W[] }

/** Each is asked on their own, and who sees nothing is left out. `sameIn` is the object that two share who see the same: two that merely look alike only cost a second writing. */
export function alikeBy<W, S extends object>(watchers: Iterable<W>, seenBy: (watcher: W) => readonly S[], sameIn: (thing: S) => object = (thing) => thing): Alike<W, S>[] {
  const numbers = new Map<object, number>();
  const numberOf = (thing: S): number => {
    const same = sameIn(thing);
    const number = numbers.get(same) ?? numbers.size;
    numbers.set(same, number);
    return number;
  };
  const groups = new Map<string, { seen: readonly S[]; by: W[] }>();
  for (const watcher of watchers) {
    const seen = seenBy(watcher);
    if (seen.length === 0) continue;
    const key = seen.map(numberOf).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { seen, by: [watcher] });
    else group.by.push(watcher);
  }
  return [...groups.values()];
}
