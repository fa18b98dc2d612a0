// What to beware of before a door: first on every task, and never "no warnings" (docs/practice.md, Checks).
import { WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { dayText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import classes from './safety.module.css';

/** An empty system on its first night must not read as safe. */
const knownOf = ({ warnings }: Pick<IncidentView, 'warnings'>): string =>
  warnings.length === 0 ? 'None recorded here; police not checked.' : 'No others recorded here; police not checked.';

/** The same in a few words, for a screen that a householder may see. */
export const safetyLines = (incident: Pick<IncidentView, 'warnings'>): string[] =>
  [...incident.warnings.map(({ kind }) => WARNING_NAMES[kind]), knownOf(incident)];

export interface SafetyProps {
  incident: Pick<IncidentView, 'warnings'>;
  /** For a glance: what it rests on was to be read before setting out. */
  brief?: boolean;
}

export function Safety({ incident, brief = false }: SafetyProps) {
  const now = useNow();
  return (
    <section className={classes['safety']} aria-label="Staff-safety warnings">
      {incident.warnings.map(({ id, kind, source, approvedBy, at, reviewAt }) => (
        <WarningStrip
          key={id}
          large
          title={WARNING_NAMES[kind]}
          {...(brief ? {} : { basis: `${source} Approved by ${approvedBy.name}, ${dayText(at, now)}; review by ${dayText(reviewAt, now)}.` })}
          reviewDue={!brief && new Date(reviewAt) < now}
        />
      ))}
      <p className={classes['known']}><strong>Staff-safety warnings.</strong> {knownOf(incident)}</p>
    </section>
  );
}
