// How else a name may have been written: the keys that words spelt alike have in common, and how alike two names are, word by word (docs/practice.md, People).

/** Of a longer word what follows is not varied. */
const VARIED = 16;
const SHORTEST_VARIED = 3;
const SHORTEST_SOUND = 3;
/** No letter of a folded word, so that a sound is never taken for one. */
const SOUND = '~';
/** Of words that only the longer of two names has: a middle name left out is no other name. */
const LEFT_OUT = 1 / 3;

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^kn/g, 'n'], [/^wr/g, 'r'], [/ph/g, 'f'], [/dg/g, 'j'], [/c(?=[eiy])/g, 's'], [/ck|[cq]/g, 'k'], [/z/g, 's'], [/x/g, 'ks'], [/h/g, ''], [/(.)\1+/g, '$1'], [/^[aeiouy]+/g, 'A'], [/[aeiouyw]/g, ''],
];

/** Without most vowels, and with one letter for those that sound the same: Kathryn and Catherine, Smyth and Smith. */
const soundOf = (word: string): string => SOUNDS.reduce((sound, [from, to]) => sound.replaceAll(from, to), word);

/** Two words have one of these in common where they sound alike, or where one letter was changed, dropped, added or swapped with the next. */
export function spellingsOf(word: string): string[] {
  const letters = [...word];
  const without = letters.length < SHORTEST_VARIED ? [] : letters.slice(0, VARIED).map((_, at) => letters.toSpliced(at, 1).join(''));
  const sound = soundOf(word);
  return [...new Set([word, ...without, ...(sound.length < SHORTEST_SOUND ? [] : [SOUND + sound])])];
}

/** Letters to change, drop, add or swap until one word is the other. */
export function lettersApart(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of a.entries()) {
    const next = [row + 1];
    for (const [column, beside] of b.entries()) {
      const changed = (last[column] ?? 0) + (letter === beside ? 0 : 1);
      const swapped = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === beside ? (beforeLast[column - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + [...word].length, 0);

/** 0 to 1, of two folded names: the share of letters that agree, each word beside the one of the other name that is most like it. */
export function spelling(one: string, other: string): number {
  const [some, others] = [new Set(one.split(' ').entries()), new Set(other.split(' ').entries())];
  const pairs = [...some].flatMap((a) => [...others].map((b) => ({ a, b, apart: lettersApart(a[1], b[1]), length: Math.max([...a[1]].length, [...b[1]].length) })))
    .toSorted((x, y) => x.apart / x.length - y.apart / y.length || y.length - x.length);
  let [apart, length, paired] = [0, 0, 0];
  for (const pair of pairs) {
    if (!some.has(pair.a) || !others.has(pair.b)) continue;
    some.delete(pair.a);
    others.delete(pair.b);
    [apart, length, paired] = [apart + pair.apart, length + pair.length, paired + 1];
  }
  const leftOver = lengthOf([...some, ...others].map(([, word]) => word));
  const total = length + leftOver;
  return total === 0 ? 0 : 1 - (apart + leftOver * (paired > 1 ? LEFT_OUT : 1)) / total;
}
