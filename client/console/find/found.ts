// What a search over the board turns up: incidents, crews and people on duty, a handful of each.
import type { Crew } from '../board/crew.ts';
import type { QueueItem } from '../board/queue-item.ts';
import { matchesIncident } from './match.ts';

const MOST = 6;

export const foundIncidents = (items: readonly QueueItem[], words: string): QueueItem[] => items.filter(({ incident }) => matchesIncident(incident, words)).slice(0, MOST);

export const foundCrews = (crews: readonly Crew[], words: string): Crew[] => {
  const wanted = words.toLowerCase();
  return crews.filter(({ callSign, members }) => [callSign, ...members.map(({ duty }) => duty.name)].some((name) => name.toLowerCase().includes(wanted))).slice(0, MOST);
};
