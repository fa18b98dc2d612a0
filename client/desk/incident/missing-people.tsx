// Who is missing or back, and what is still owed: until it is done or handed on the incident does not end.
import { nextForMissing, owesInterview } from '../../../shared/domain/missing.ts';
import { missingLines, missingStanding } from '../../../shared/protocol/missing-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import classes from './lines.module.css';
import type { OpenForm } from './incident-form.ts';
import { offeredActs } from './missing-acts.ts';

export function MissingPeople({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const now = useNow();
  if (incident.missing.length === 0) return null;
  const recorded = incident.missing.filter((missing) => offeredActs(missing).length > 0);
  const first = (recorded.find((missing) => nextForMissing(missing, incident.people) !== null) ?? recorded[0])?.id;
  return (
    <Section name="Missing">
      <ul className={classes['lines']}>
        {incident.missing.map((missing) => {
          const next = nextForMissing(missing, incident.people);
          const name = incident.people.find(({ personId }) => personId === missing.personId)?.name ?? 'Somebody';
          return (
            <li key={missing.id} className={classes['line']} data-owed={next !== null || undefined}>
              <div className={classes['words']}>
                <span className={classes['what']}>{name} {missingStanding(missing, incident)}</span>
                {missingLines(missing, incident, (at) => dayAndTime(at, now)).map((line) => <span key={line} className={classes['dim']}>{line}</span>)}
              </div>
              {owesInterview(missing, incident.people) && missing.locatedAt !== null && missing.interviewDueAt !== null && <TimeLeft reportedAt={missing.locatedAt} dueAt={missing.interviewDueAt} now={now} />}
              {incident.state === 'open' && recorded.includes(missing) && <ActionButton label={`Record: ${name}`} keys={missing.id === first ? 'I' : undefined} size="xs" onAct={() => onForm({ name: 'missing', id: missing.id })}>Record</ActionButton>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
