// Beside a name: how many records may be about the same person. Nothing is shown where there are none, or while nobody has answered.
import { ActionButton } from '../ui/action-button.tsx';
import { KbdHint } from '../ui/kbd-hint.tsx';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { useNotTheSame } from './not-the-same.ts';
import { useAlike, type NamedPerson } from './use-person.ts';

export interface KnownAlreadyProps {
  incident: IncidentView;
  person: NamedPerson;
  /** The key that opens it too, where it is this person's. */
  keys?: string | undefined;
  onOpen: () => void;
}

export function KnownAlready({ incident, person, keys, onOpen }: KnownAlreadyProps) {
  const { data } = useAlike(incident, person);
  const { isPutAway } = useNotTheSame(person.personId);
  const count = data?.filter(({ personId }) => !isPutAway(personId)).length ?? 0;
  if (count === 0) return null;
  return <ActionButton label={`May be known already, in ${count === 1 ? 'one record' : `${count} records`}: ${person.name}`} size="xs" tone="quiet" onAct={onOpen}>May be known already ({count}) {keys !== undefined && <KbdHint keys={keys} />}</ActionButton>;
}
