// Whether an incident answers to some words: its reference, what is happening, where, who, and whose it is.
import type { IncidentView } from '../../../shared/protocol/views.ts';

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const textOf = ({ ref, summary, location, people, owner, assignments }: IncidentView): string =>
  plain([ref, summary, location?.secret === true ? '' : location?.label, location?.district, ...people.map(({ name }) => name), owner.name, ...assignments.map(({ callSign }) => callSign)].join(' '));

/** Every word must be found somewhere; the order is the writer's own. */
export function matchesIncident(incident: IncidentView, words: string): boolean {
  const text = textOf(incident);
  return plain(words).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}
