// Open incidents that may be the same, each with why and what can be done: the keys are the likeliest one's.
import type { CallLookups } from '../../shared/protocol/call-lookups.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PastLine } from './past-line.tsx';
import classes from './beside.module.css';

export interface AlikeActs {
  onOpen: (incidentId: string) => void;
  /** A further call of it: no second incident. */
  onAddTo: (incidentId: string) => Promise<void> | void;
  whyNotAdd: string | undefined;
  /** Saved, and closed as the same. */
  onLink: (incidentId: string) => Promise<void> | void;
  whyNotLink: string | undefined;
  onAnother: (incidentId: string) => void;
}

export function AlikeList({ alike, now, onOpen, onAddTo, whyNotAdd, onLink, whyNotLink, onAnother }: { alike: CallLookups['alike']; now: Date } & AlikeActs) {
  if (alike.length === 0) return null;
  return (
    <div className={classes['part']}>
      <h3 className={classes['name']} data-pressing>Open already, and may be the same</h3>
      <ul className={classes['lines']}>
        {alike.map(({ incident, reasons }, index) => {
          const tail = incident.ref.slice(-4);
          const key = (keys: string): { keys?: string } => (index === 0 ? { keys } : {});
          return (
            <li key={incident.id} className={classes['alike']}>
              <PastLine incident={incident} now={now} />
              <span className={classes['why']}>{reasons.join(' · ')}</span>
              <span className={classes['acts']}>
                <ActionButton label={`Add to ${tail}`} size="xs" {...key('F2')} refusal={whyNotAdd} onAct={() => onAddTo(incident.id)} />
                <ActionButton label={`Save, and link with ${tail}`} size="xs" {...key('F10')} refusal={whyNotLink} onAct={() => onLink(incident.id)}>Link</ActionButton>
                <ActionButton label={`It is another than ${tail}`} size="xs" tone="quiet" {...key('F7')} onAct={() => onAnother(incident.id)}>It is another</ActionButton>
                <ActionButton label={`Look at ${tail}`} size="xs" tone="quiet" onAct={() => onOpen(incident.id)}>Look</ActionButton>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
