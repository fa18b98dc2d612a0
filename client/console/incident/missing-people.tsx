// Who is missing, how great the risk and what it rests on, what has been found, and the next thing to do with its key.
import { isUnconfirmed, nextForMissing, unconfirmedOf } from '../../../shared/domain/missing.ts';
import { missingLines, missingStanding } from '../../../shared/protocol/missing-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { firstMissing, nameOfMissing, NEXT_STEP, type Missing, type MissingStep } from '../forms/missing/words.ts';
import classes from './incident.module.css';

export function MissingPeople({ incident }: { incident: IncidentView }) {
  const { openForm } = useConsole();
  if (incident.missing.length === 0) return null;
  return (
    <section className={classes['attention']} aria-label="Missing">
      {incident.missing.map((missing) => <One key={missing.id} incident={incident} missing={missing} />)}
      {incident.state === 'open' && incident.people.length > unconfirmedOf(incident).length && <div><ActionButton label="Somebody else is missing" size="xs" tone="quiet" onAct={() => openForm({ name: 'report-missing' })} /></div>}
    </section>
  );
}

function One({ incident, missing }: { incident: IncidentView; missing: Missing }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const next = nextForMissing(missing, incident.people);
  const name = nameOfMissing(incident, missing);
  const open = (step: MissingStep) => openForm({ name: 'missing', missingId: missing.id, step });
  const closed = incident.state === 'closed';
  const unconfirmed = isUnconfirmed(missing);
  return (
    <div className={classes['waiting']} data-quiet={next === null || undefined}>
      <div>
        <p className={classes['asks']}>{name}{' '}{missingStanding(missing, incident)}</p>
        <ul className={classes['plain-list']} aria-label={`What is known of ${name} missing`}>
          {missingLines(missing, incident, (at) => dayAndTime(at, now)).map((line) => <li key={line} className={classes['quiet']}>{line}</li>)}
        </ul>
      </div>
      {!closed && (
        <>
          {next !== null && <ActionButton label={`${NEXT_STEP[next].label}: ${name}`} size="xs" tone="primary" {...(firstMissing(incident)?.missing.id === missing.id ? { keys: 'Shift+M' } : {})} onAct={() => open(NEXT_STEP[next].step)}>{NEXT_STEP[next].label}</ActionButton>}
          {unconfirmed && <ActionButton label={`Risk fact about ${name}`} size="xs" onAct={() => open('fact')}>Risk fact</ActionButton>}
          {unconfirmed && <ActionButton label={`Assess the risk to ${name}`} size="xs" onAct={() => open('assess')}>Assess</ActionButton>}
          {unconfirmed && <ActionButton label={`Hand on the search for ${name}`} size="xs" tone="quiet" onAct={() => open('end')}>Hand on</ActionButton>}
          {!unconfirmed && missing.endedAs === null && missing.interview === null && <ActionButton label={`Not found after all: ${name}`} size="xs" tone="quiet" onAct={() => open('found')}>Take back</ActionButton>}
        </>
      )}
    </div>
  );
}
