// What the pack will name as owed by itself, shown before it is sent: whoever sends it need not type it again, and sees what is missing.
import { owedInPack } from '../../shared/protocol/pack-owed.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import classes from './owed-in-pack.module.css';

export function OwedInPack({ incident }: { incident: IncidentView }) {
  const lines = owedInPack(incident);
  if (lines.length === 0) return null;
  return (
    <div className={classes['owed']}>
      <p className={classes['name']}>The pack says by itself that this is owed:</p>
      <ul className={classes['lines']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}
