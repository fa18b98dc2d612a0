// Something about the risk to somebody missing, and who told it; kept without signal too.
import { Textarea, TextInput } from '@mantine/core';
import { unconfirmedOf } from '../../../shared/domain/missing.ts';
import { addRiskFact } from '../../../shared/protocol/missing.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Page } from '../frame/page.tsx';

export function RiskFactPage({ incident, onDone }: { incident: IncidentView; onDone: () => void }) {
  const { push } = useOutbox();
  const missing = unconfirmedOf(incident);
  const [chosen, choose] = useDraft(`tablet.risk-fact-about.${incident.id}`);
  const [fact, setFact] = useDraft(`tablet.risk-fact.${incident.id}`);
  const [source, setSource] = useDraft(`tablet.risk-fact-source.${incident.id}`);
  const about = missing.find(({ id }) => id === chosen) ?? missing[0];
  const keep = () => {
    if (about === undefined) return;
    void push(addRiskFact, { missingId: about.id, fact: fact.trim(), source: source.trim(), givenAt: null });
    for (const clear of [setFact, setSource]) clear('');
    onDone();
  };
  const refusal = about === undefined ? 'Nobody is missing any more.' : fact.trim() === '' ? 'Say what is known.' : source.trim() === '' ? 'Say who told you.' : undefined;
  return (
    <Page title="Risk fact" onBack={onDone} foot={<BigButton label="Keep it" detail="Control is asked to assess the risk afresh" refusal={refusal} onAct={keep} />}>
      {missing.length > 1 && about !== undefined && (
        <Choice legend="About" options={missing.map(({ id, personId }) => ({ value: id, label: incident.people.find((person) => person.personId === personId)?.name ?? 'Somebody' }))} value={about.id} onChange={choose} />
      )}
      <Textarea label="What is known" size="lg" required autosize minRows={3} maxRows={8} maxLength={4000} value={fact} onChange={(event) => setFact(event.currentTarget.value)} />
      <TextInput label="Who told you" size="lg" required maxLength={200} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
    </Page>
  );
}
