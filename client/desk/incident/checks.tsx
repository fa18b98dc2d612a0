// What other organisations know of everybody named and of the address, and what nobody asked them.
import { askChecks } from '../../../shared/protocol/checks.ts';
import { nextCheck } from '../../../shared/domain/check-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { checkFacts, nextWords, safetyLine, sendableOf } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CheckLines } from '../../ui/check-lines.tsx';
import { FieldActions } from '../../ui/field.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import type { OpenForm } from './incident-form.ts';

export function Checks({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const now = useNow();
  const { send } = useSend();
  const next = incident.state === 'closed' ? null : nextCheck(checkFacts(incident), sendableOf(incident));
  return (
    <Section name="Staff safety and checks">
      <p>{safetyLine(incident)}</p>
      <CheckLines people={incident.people} checks={incident.checks} now={now} />
      {next !== null && <p>{nextWords(next, incident)}</p>}
      <FieldActions>
        {next?.kind === 'ask-all' && <ActionButton label="Ask all that can be asked" keys="Shift+I" size="xs" onAct={() => send(askChecks, { incidentId: incident.id, asks: null })} />}
        <ActionButton label="Type a phone answer" keys="Shift+K" size="xs" onAct={() => onForm({ name: 'check' })} />
      </FieldActions>
    </Section>
  );
}
