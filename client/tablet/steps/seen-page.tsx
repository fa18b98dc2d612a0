// Who was seen and who was not, before what came of it.
import { recordSeen } from '../../../shared/protocol/dispatch.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { Page } from '../frame/page.tsx';
import type { Work } from '../work.ts';
import { asLists, saysAll, SightingFields, useSightings } from './sighting.tsx';
import { SEEN_WORDS } from './step-words.ts';

export function SeenPage({ work: { incident, task, mine }, onDone }: { work: Work; onDone: () => void }) {
  const { push } = useOutbox();
  const { sightings, put, clear } = useSightings(task);
  const words = SEEN_WORDS[task.kind];
  const record = () => {
    push(recordSeen, { assignmentId: mine.id, ...asLists(incident.people, sightings) });
    clear();
    onDone();
  };
  const refusal = saysAll(incident.people, sightings) ? undefined : `Say for each person: ${words.yes.toLowerCase()} or ${words.no.toLowerCase()}.`;
  return (
    <Page title={words.title} onBack={onDone} foot={<BigButton label="Record it" refusal={refusal} onAct={record} />}>
      <SightingFields people={incident.people} kind={task.kind} sightings={sightings} onChange={put} />
    </Page>
  );
}
