// What was known of a person before: field by field, what it said and what it says now, by whom and when.
import { changesOf } from '../../shared/protocol/person-changes.ts';
import type { PersonHistory } from '../../shared/protocol/people.ts';
import { dayAndTime } from '../ui/time-text.ts';
import classes from './people.module.css';

export function PersonVersions({ versions, now }: { versions: PersonHistory['versions']; now: Date }) {
  if (versions.length === 0) return <p className={classes['quiet']}>Nothing was kept in versions: it was said before they were.</p>;
  return (
    <ol className={classes['lines']}>
      {changesOf(versions).map(({ at, by, organisation, changes, says }) => (
        <li key={`${at} ${by}`}>
          <p><strong>{dayAndTime(at, now)}</strong> {by}, {organisation}</p>
          {changes === null && <p className={classes['quiet']}>First said: {says.join('; ')}</p>}
          {changes?.length === 0 && <p className={classes['quiet']}>Looked at and left as it was.</p>}
          {changes !== null && changes.length > 0 && (
            <dl className={classes['changes']}>
              {changes.map(({ field, before, now: is }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd><span className={classes['quiet']}>before: {before ?? 'not said'}</span> <span>now: {is ?? 'taken back'}</span></dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
