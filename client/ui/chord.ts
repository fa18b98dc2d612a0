// How a key is written (`N`, `?`, `Escape`, `Mod+K`, `Shift+ArrowUp`), recognised, and shown. `Mod` is Ctrl, or ⌘ on a Mac.

export interface Chord {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

const onMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function parseChord(written: string): Chord {
  const parts = written.split('+');
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: written.endsWith('Space') ? ' ' : (parts.at(-1) || '+').toLowerCase(),
  };
}

const isMark = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key);

export function isPressed(chord: Chord, event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== chord.key) return false;
  if ((event.ctrlKey || event.metaKey) !== chord.mod || event.altKey !== chord.alt) return false;
  // Whether `?` needs Shift is the keyboard's business; for letters and named keys Shift makes another chord.
  return isMark(chord.key) || event.shiftKey === chord.shift;
}

/** Keys that mean a command even to somebody who is typing. */
export const worksWhileTyping = (chord: Chord): boolean => chord.mod || chord.key === 'escape' || /^f\d+$/.test(chord.key);

/** Fires on one bare character, which speech input and a slip of the hand produce too (WCAG 2.1.4). */
export const isSingleCharacter = (chord: Chord): boolean => !chord.mod && !chord.alt && chord.key.length === 1;

const names: Record<string, string> = {
  Mod: onMac ? '⌘' : 'Ctrl',
  Alt: onMac ? '⌥' : 'Alt',
  Shift: '⇧',
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** One word a key, as printed on it: `['Ctrl', 'K']`. */
export const keyCaps = (written: string): string[] =>
  (written === '+' ? ['+'] : written.split('+')).map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));

/** As `aria-keyshortcuts` wants it: `Control+K`. */
export const ariaKeys = (written: string): string => written.replace('Mod', onMac ? 'Meta' : 'Control');
