// What other organisations know of everybody named and of the address: who said what, what nobody asked, and what to do next about it.
import { nextCheck } from '../../../shared/domain/check-words.ts';
import { askChecks } from '../../../shared/protocol/checks.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { checkFacts, nextWords, sendableOf } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CheckLines } from '../../ui/check-lines.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import classes from './incident.module.css';

export function Checks({ incident }: { incident: IncidentView }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const { send } = useSend();
  const next = nextCheck(checkFacts(incident), sendableOf(incident));
  const closed = incident.state === 'closed';
  return (
    <section className={classes['section']} aria-label="Checks">
      <CheckLines people={incident.people} checks={incident.checks} now={now} />
      {next !== null && !closed && <p className={classes['quiet']}>{nextWords(next, incident)}</p>}
      <div className={classes['check-deeds']}>
        {next?.kind === 'ask-all' && !closed && <ActionButton label="Ask all that can be asked" keys="Shift+I" size="xs" onAct={() => send(askChecks, { incidentId: incident.id, asks: null })} />}
        <ActionButton label="Type a phone answer" keys="Shift+K" size="xs" tone="quiet" onAct={() => openForm({ name: 'check' })} />
        {incident.checks.items.some(({ state }) => state !== 'struck-out') && <ActionButton label="Strike out" keys="Shift+X" size="xs" tone="quiet" onAct={() => openForm({ name: 'strike-check' })} />}
      </div>
    </section>
  );
}
