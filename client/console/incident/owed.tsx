// What is owed on the incident and what was told, above everything else that is known of it.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { owedLines } from '../../forms/owed/owed-lines.ts';
import { useBoard } from '../board/board.tsx';
import classes from './incident.module.css';

export function Owed({ incident }: { incident: IncidentView }) {
  const { now } = useBoard();
  const lines = owedLines(incident, now, { assess: 'I', tell: 'Z' });
  if (lines.length === 0) return null;
  return (
    <section className={classes['attention']} aria-label="What is owed, and what was told">
      {lines.map(({ id, says, detail, quiet }) => (
        <div key={id} className={classes['waiting']} data-quiet={quiet || undefined}>
          <div>
            <p className={classes['asks']}>{says}</p>
            <p className={classes['quiet']}>{detail}</p>
          </div>
        </div>
      ))}
    </section>
  );
}
