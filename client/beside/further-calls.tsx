// Everybody who rang about an incident after the first: who, when, by which door, and their reference.
import { DOOR_NAMES } from '../../shared/domain/incident-words.ts';
import type { IncidentRecord } from '../../shared/protocol/views.ts';
import { dayAndTime } from '../ui/time-text.ts';
import classes from './beside.module.css';

export function FurtherCalls({ calls, now }: { calls: IncidentRecord['calls']; now: Date }) {
  const further = calls.slice(1);
  if (further.length === 0) return null;
  return (
    <section className={classes['further']} aria-label="Further calls">
      <h3 className={classes['name']}>Rang as well</h3>
      <ul className={classes['plain']}>
        {further.map(({ id, door, reportedAt, takenBy, name, agency, phone, reference }) => (
          <li key={id}>
            <strong>{dayAndTime(reportedAt, now)}</strong> {[name ?? 'name not given', agency, phone, reference === null ? null : `ref ${reference}`].filter((part) => part !== null).join(' · ')} <span className={classes['became']}>{DOOR_NAMES[door]}, taken by {takenBy}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
