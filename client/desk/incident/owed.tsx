// What is owed on the incident and what was told: the caller, who leads, advice given; with the way to say more.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { keepPromise } from '../../../shared/protocol/owed.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { owedLines } from '../../forms/owed/owed-lines.ts';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldActions } from '../../ui/field.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './lines.module.css';
import { whyNotEnded } from './why-not.ts';

const KEYS = { assess: 'W', tell: 'Z' };

/** Something of it waits for somebody now: it stands before what is known. */
export const isPressing = (incident: IncidentView, now: Date): boolean => owedLines(incident, now, KEYS).some(({ quiet }) => !quiet);

export function Owed({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const now = useNow();
  const { duty } = useMe();
  const { send } = useSend();
  const lines = owedLines(incident, now, KEYS);
  const callBack = incident.promises.find(({ kind, state }) => kind === 'call-back' && state === 'standing');
  const open = incident.state === 'open';
  if (!open && lines.length === 0) return null;
  return (
    <Section name="Owed and told">
      {lines.length === 0 && <p className={classes['words']}>The caller has been told nothing yet.</p>}
      <ul className={classes['lines']}>
        {lines.map(({ id, says, detail, quiet }) => (
          <li key={id} className={classes['line']} data-owed={!quiet || undefined}>
            <div className={classes['words']}><span className={classes['what']}>{says}</span><span className={classes['dim']}>{detail}</span></div>
          </li>
        ))}
      </ul>
      {open && (
        <FieldActions>
          {callBack !== undefined && <ActionButton label="Call back made" keys="Shift+B" size="xs" tone="primary" onAct={() => send(keepPromise, { incidentId: incident.id, promiseId: callBack.id, note: null })} />}
          <ActionButton label="What the caller is told" keys="Z" size="xs" onAct={() => onForm({ name: 'tell' })} />
          <ActionButton label="Advice or referral" keys="Shift+Z" size="xs" onAct={() => onForm({ name: 'advice' })} />
          <ActionButton label="Who leads" keys="Shift+L" size="xs" onAct={() => onForm({ name: 'lead' })} />
          <ActionButton label="Not taken" keys="Shift+E" size="xs" refusal={duty === null ? refusalSentence({ code: 'not-on-duty' }) : whyNotEnded(incident)} onAct={() => onForm({ name: 'not-taken' })} />
        </FieldActions>
      )}
    </Section>
  );
}
