// Which warnings were read on this device, before which step of which assignment. Ids alone are kept.
import type { ReadBefore } from '../../../shared/domain/crew-safety.ts';
import type { Work } from '../work.ts';

const key = 'nightjar.read-warnings';
const longest = 50;

const keyOf = ({ incident, mine }: Work, before: ReadBefore): string => [mine.id, before, ...incident.warnings.map(({ id }) => id).toSorted()].join('/');

function saved(): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter((one) => one !== '');
  } catch {
    return [];
  }
}

/** A warning that has come since asks again. */
export const hasReadWarnings = (work: Work, before: ReadBefore): boolean => work.incident.warnings.length === 0 || saved().includes(keyOf(work, before));

export function keepRead(work: Work, before: ReadBefore): void {
  try {
    localStorage.setItem(key, [...saved(), keyOf(work, before)].slice(-longest).join(' '));
  } catch {
    // A browser without storage asks again: rather twice than not at all.
  }
}
