// Where a person was named, and whoever is said to be the same, in one list: when, which, what, where, what became of it, and on whose word it is one history.
import type { PersonHistory } from '../../shared/protocol/people.ts';
import { becameWords } from '../beside/became-words.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { GradeShape } from '../ui/grade-shape.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import type { Link } from './link-steps.tsx';
import classes from './people.module.css';

export interface PersonIncidentsProps {
  incidents: PersonHistory['incidents'];
  hereId: string;
  now: Date;
  onUndo: (link: Link, ref: string) => void;
  onLook: (incidentId: string) => void;
}

export function PersonIncidents({ incidents, hereId, now, onUndo, onLook }: PersonIncidentsProps) {
  const firstLinked = incidents.find(({ match }) => match !== null)?.personId;
  return (
    <ol className={classes['lines']}>
      {incidents.map(({ incidentId, personId, ref, reportedAt, grade, state, name, relation, place, summary, owner, ending, outcomes, match }) => (
        <li key={`${incidentId} ${personId}`} className={classes['past']}>
          <GradeShape grade={grade} size="sm" />
          <div>
            <p>
              <strong>{dayAndTime(reportedAt, now)}</strong> <span className={classes['ref']}>{ref}</span>{incidentId === hereId && <strong> · this one</strong>} · {[name, relation].filter((part) => part !== '').join(', ')}{place !== null && ` · ${place}`}
            </p>
            <p className={classes['what']}>{summary}</p>
            <p className={classes['quiet']}>→ {becameWords({ open: state === 'open', owner, ending, outcomes })}</p>
            {match !== null && <p className={classes['quiet']}>Said to be the same person by {match.by}, {dayAndTime(match.at, now)}: “{match.reason}”</p>}
            <div className={classes['acts']}>
              {match !== null && <ActionButton label={`Undo the link with ${ref}`} keys={personId === firstLinked ? 'Shift+U' : undefined} size="xs" onAct={() => onUndo(match, ref)}>Undo the link</ActionButton>}
              {incidentId !== hereId && <ActionButton label={`Look at ${ref}, named there`} size="xs" tone="quiet" onAct={() => onLook(incidentId)}>Look</ActionButton>}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
