// Of everybody named: seen or not seen. Nobody is left unsaid, and "no reply at the door" is not "safe".
import type { TaskKind } from '../../../shared/domain/activity.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { SEEN_WORDS } from './step-words.ts';

type People = IncidentView['people'];
/** By person; whoever is missing has not been said yet. */
export type Sightings = ReadonlyMap<string, boolean>;

const sightingsOf = (task: TaskView): Sightings =>
  new Map([...task.seenPersonIds.map((id) => [id, true] as const), ...task.notSeenPersonIds.map((id) => [id, false] as const)]);

export interface KeptSightings { sightings: Sightings; put: (sightings: Sightings) => void; clear: () => void }

/** What is ticked and not yet recorded is there again after a step back. */
export function useSightings(task: TaskView): KeptSightings {
  const [text, keep] = useDraft(`tablet.sightings.${task.id}`);
  const kept = text === '' ? [] : text.split(' ').map((said) => [said.slice(1), said.startsWith('+')] as const);
  return { sightings: new Map([...sightingsOf(task), ...kept]), put: (sightings) => keep([...sightings].map(([id, seen]) => `${seen ? '+' : '-'}${id}`).join(' ')), clear: () => keep('') };
}

export const saysAll = (people: People, sightings: Sightings): boolean => people.every(({ personId }) => sightings.has(personId));

export const asLists = (people: People, sightings: Sightings) => ({
  seenPersonIds: people.filter(({ personId }) => sightings.get(personId) === true).map(({ personId }) => personId),
  notSeenPersonIds: people.filter(({ personId }) => sightings.get(personId) === false).map(({ personId }) => personId),
});

export interface SightingFieldsProps { people: People; kind: TaskKind; sightings: Sightings; onChange: (sightings: Sightings) => void }

export function SightingFields({ people, kind, sightings, onChange }: SightingFieldsProps) {
  const words = SEEN_WORDS[kind];
  const childNotSeen = people.some(({ personId, isChild }) => isChild && sightings.get(personId) === false);
  return (
    <>
      {people.length === 0 && <p>Nobody is named on this incident. Say on the log whom you met.</p>}
      {people.map(({ personId, name, age, relation, isChild }) => (
        <Choice
          key={personId}
          legend={name}
          hint={[isChild ? 'child' : null, age, relation].filter((part) => part !== null).join(', ')}
          options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]}
          value={sightings.has(personId) ? (sightings.get(personId) ? 'yes' : 'no') : null}
          onChange={(answer) => onChange(new Map(sightings).set(personId, answer === 'yes'))}
          inline
        />
      ))}
      {childNotSeen && <Notice tone="act" title="A child not seen goes to a manager">The incident stays open until a supervisor has decided what follows.</Notice>}
    </>
  );
}
