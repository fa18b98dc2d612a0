// Records that may be about the same person, each with why, likest first: linked by a person who says so, or put away. Nothing is linked by itself.
import type { AlikePerson } from '../../shared/protocol/people.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import classes from './people.module.css';

export interface AlikePeopleProps {
  alike: readonly AlikePerson[];
  now: Date;
  onSame: (other: AlikePerson) => void;
  onNotSame: (other: AlikePerson) => void;
  onLook: (incidentId: string) => void;
}

export function AlikePeople({ alike, now, onSame, onNotSame, onLook }: AlikePeopleProps) {
  return (
    <ol className={classes['lines']}>
      {alike.map((other, index) => (
        <li key={`${other.personId} ${other.incidentId}`}>
          <p><strong>{other.name}</strong>, {other.age} <span className={classes['quiet']}>{[other.relation, other.ref, dayAndTime(other.at, now), other.place].filter((part) => part !== null && part !== '').join(' · ')}</span></p>
          <p className={classes['why']}>{other.reasons.join(' · ')}</p>
          <div className={classes['acts']}>
            <ActionButton label={`The same person as in ${other.ref}`} keys={String(index + 1)} size="xs" onAct={() => onSame(other)}>The same person</ActionButton>
            <ActionButton label={`Not the same as in ${other.ref}`} keys={index === 0 ? 'Shift+X' : undefined} size="xs" tone="quiet" onAct={() => onNotSame(other)}>Not the same</ActionButton>
            <ActionButton label={`Look at ${other.ref}`} size="xs" tone="quiet" onAct={() => onLook(other.incidentId)}>Look</ActionButton>
          </div>
        </li>
      ))}
    </ol>
  );
}
