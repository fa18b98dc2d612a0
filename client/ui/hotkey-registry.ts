// Every key of the screen in one place, and which of them answers: the innermost scope, or nothing under an open dialog.
import { isPressed, isSingleCharacter, parseChord, worksWhileTyping } from './chord.ts';
import { singleKeysOn } from './single-keys.ts';

export interface Hotkey {
  /** `N`, `?`, `Escape`, `Mod+K`, `Shift+ArrowUp`. */
  keys: string;
  /** What it does, in the words of the button beside which it is shown. */
  label: string;
  run: () => void;
  /** Fires again while the key is held: for moving, never for acting. */
  repeats?: boolean;
  /** Kept off the key sheet. */
  unlisted?: boolean;
}

export interface Scope {
  name: string;
  depth: number;
  exclusive: boolean;
  parent: Scope | null;
}

interface Registration {
  scope: Scope;
  current: () => readonly Hotkey[];
}

export interface KeyGroup {
  scope: string;
  hotkeys: readonly Hotkey[];
}

let registrations: readonly Registration[] = [];
let exclusiveScopes: readonly Scope[] = [];
let listed: readonly KeyGroup[] | null = null;
const listeners = new Set<() => void>();

function changed(): void {
  listed = null;
  listeners.forEach((listener) => listener());
}

export function openScope(scope: Scope): () => void {
  if (!scope.exclusive) return () => {};
  exclusiveScopes = [...exclusiveScopes, scope];
  return () => { exclusiveScopes = exclusiveScopes.filter((open) => open !== scope); };
}

export function register(registration: Registration): () => void {
  registrations = [...registrations, registration];
  changed();
  return () => {
    registrations = registrations.filter((other) => other !== registration);
    changed();
  };
}

const isWithin = (scope: Scope | null, outer: Scope): boolean =>
  scope !== null && (scope === outer || isWithin(scope.parent, outer));

/** Innermost first, and of two equals the newer; what an exclusive scope covers is not there. */
function reachable(): Registration[] {
  const shut = exclusiveScopes.toSorted((a, b) => a.depth - b.depth).at(-1);
  return registrations
    .filter(({ scope }) => !shut || isWithin(scope, shut))
    .toReversed()
    .sort((a, b) => b.scope.depth - a.scope.depth);
}

const textEntry = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])';
const pressable = 'button, a, summary, [role=option], [role=menuitem]';
const movable = '[role=separator], [role=menuitem], [role=tab], [type=radio], [type=range]';

/** A key that the focused control answers itself: Enter on a button, arrows among radios, Esc in an open list. */
function belongsToTarget(event: KeyboardEvent, target: HTMLElement): boolean {
  if (event.key === 'Escape') return target.dataset['mantineStopPropagation'] === 'true';
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Enter' || event.key === ' ') return target.closest(pressable) !== null;
  return event.key.startsWith('Arrow') && target.matches(movable);
}

function answering(event: KeyboardEvent): Hotkey | undefined {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (event.isComposing || belongsToTarget(event, target)) return undefined;
  const typing = target.isContentEditable || target.matches(textEntry);
  return reachable().flatMap(({ current }) => current()).find((hotkey) => {
    const chord = parseChord(hotkey.keys);
    return isPressed(chord, event)
      && (!event.repeat || hotkey.repeats === true)
      && (!typing || worksWhileTyping(chord))
      && (!isSingleCharacter(chord) || singleKeysOn());
  });
}

// Who answers is settled on the way down, while a dialog that this very key closes is still open; it is done on the
// way up, when whatever has the focus has had its chance to prevent it.
let settled: { event: KeyboardEvent; hotkey: Hotkey | undefined } | null = null;

function settle(event: KeyboardEvent): void {
  settled = { event, hotkey: answering(event) };
}

function answer(event: KeyboardEvent): void {
  const hotkey = settled?.event === event ? settled.hotkey : undefined;
  settled = null;
  if (!hotkey || event.defaultPrevented) return;
  event.preventDefault();
  hotkey.run();
}

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', settle, { capture: true });
  window.addEventListener('keydown', answer);
}

/** All keys of the present screen, the widest scope first; the same array until something changes. */
export function listKeys(): readonly KeyGroup[] {
  if (listed) return listed;
  const groups = new Map<string, Hotkey[]>();
  for (const { scope, current } of registrations.toSorted((a, b) => a.scope.depth - b.scope.depth)) {
    const group = groups.get(scope.name) ?? [];
    group.push(...current().filter((hotkey) => !hotkey.unlisted && !group.some((other) => other.keys === hotkey.keys)));
    groups.set(scope.name, group);
  }
  listed = [...groups].filter(([, hotkeys]) => hotkeys.length > 0).map(([scope, hotkeys]) => ({ scope, hotkeys }));
  return listed;
}

export function onKeysChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
