// What came of it, in whose words, and who was seen. No outcome reads "all in order".
import { Textarea } from '@mantine/core';
import { OUTCOME_NAMES, OUTCOMES } from '../../../shared/domain/incident-words.ts';
import { recordOutcome } from '../../../shared/protocol/dispatch.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Page } from '../frame/page.tsx';
import { Section } from '../frame/section.tsx';
import type { Work } from '../work.ts';
import { asLists, saysAll, SightingFields, useSightings } from './sighting.tsx';
import { SEEN_WORDS } from './step-words.ts';

/** No access is no outcome: it has a page of its own and opens a follow-up. */
const choices = OUTCOMES.filter((outcome) => outcome !== 'no-access');

export function OutcomePage({ work: { incident, task }, onDone }: { work: Work; onDone: () => void }) {
  const { push } = useOutbox();
  const [chosen, setChosen] = useDraft(`tablet.outcome.${task.id}`);
  const [note, setNote] = useDraft(`tablet.outcome-note.${task.id}`);
  const { sightings, put, clear } = useSightings(task);
  const outcome = choices.find((one) => one === chosen) ?? null;
  const because = outcome === 'nothing-further';

  const refusal = outcome === null ? 'Choose what came of it.'
    : note.trim() === '' ? (because ? 'Say why nothing further is needed from us.' : 'Say in a few words what was done.')
      : saysAll(incident.people, sightings) ? undefined : 'Say for each person whether they were seen.';

  const record = () => {
    if (outcome === null) return;
    push(recordOutcome, { taskId: task.id, outcome, note: note.trim(), ...asLists(incident.people, sightings) });
    setChosen('');
    setNote('');
    clear();
    onDone();
  };

  return (
    <Page title="Outcome" onBack={onDone} foot={<BigButton label="Record the outcome" detail="The coordinator sees it at once" refusal={refusal} onAct={record} />}>
      <Choice legend="What came of it" options={choices.map((value) => ({ value, label: OUTCOME_NAMES[value] }))} value={outcome} onChange={setChosen} />
      <Textarea
        label={because ? 'Nothing further from us, because' : 'What was found and done'}
        description="Read by whoever takes this over"
        size="lg" required autosize minRows={3} maxRows={10} maxLength={4000}
        value={note} onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Section title={SEEN_WORDS[task.kind].title}>
        <SightingFields people={incident.people} kind={task.kind} sightings={sightings} onChange={put} />
      </Section>
    </Page>
  );
}
