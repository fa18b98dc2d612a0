// What somebody typed, put on top of what another has said since they began: theirs stands wherever nothing was typed.
export function onTopOf<T extends object>(theirs: T, mine: T, began: T): object {
  const before = new Map<string, unknown>(Object.entries(began));
  return { ...theirs, ...Object.fromEntries(Object.entries(mine).filter(([key, value]) => before.get(key) !== value)) };
}
