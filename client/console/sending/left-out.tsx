// Everybody who is in no line, with the reason: behind one key, so that nobody wonders where somebody is.
import { useState } from 'react';
import type { Suggestions } from '../../../shared/protocol/suggestions.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import classes from './sending.module.css';

export function LeftOut({ people }: { people: Suggestions['leftOut'] }) {
  const [open, setOpen] = useState(false);
  if (people.length === 0) return null;
  return (
    <div>
      <ActionButton label={`Why not the others (${people.length})`} keys="X" size="xs" tone="quiet" expanded={open} onAct={() => setOpen(!open)} />
      {open && (
        <ul className={classes['left-out']} aria-label="Left out">
          {people.map(({ dutyId, name, callSign, why }) => <li key={dutyId}><strong>{name}</strong>{callSign !== null && ` ${callSign}`} <span className={classes['quiet']}>{why}</span></li>)}
        </ul>
      )}
    </div>
  );
}

/** Nobody suitable: what exactly is missing, and the nearest way to fill it. */
export function Short({ short }: { short: NonNullable<Suggestions['short']> }) {
  return (
    <div className={classes['short']} role="status">
      <p>{short.says}</p>
      {short.ways.length > 0 && <ul>{short.ways.map((way) => <li key={way}>{way}</li>)}</ul>}
    </div>
  );
}
