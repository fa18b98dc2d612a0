// What to beware of before a door: first on every task, and never "no warnings" (docs/practice.md, Checks).
import { capital, recordedHere } from '../../../shared/domain/check-words.ts';
import { WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { safetyLine } from '../../live/check-facts.ts';
import { dayText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import classes from './safety.module.css';

type Checkable = Pick<IncidentView, 'warnings' | 'people' | 'checks'>;

/** In a few words, for a screen that a householder may see: what others know of them is not said there. */
export const safetyLines = (incident: Pick<IncidentView, 'warnings'>): string[] =>
  [...incident.warnings.map(({ kind }) => WARNING_NAMES[kind]), `${recordedHere(incident.warnings.length)}; whom we asked stands with the task.`];

export interface SafetyProps {
  incident: Checkable;
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
      <p className={classes['known']}><strong>Staff-safety warnings.</strong> {safetyLine(incident)}</p>
      {!brief && <Found incident={incident} />}
    </section>
  );
}

/** What a source said that it knows, in its own words. */
function Found({ incident: { checks, people } }: { incident: Checkable }) {
  const found = checks.items.filter(({ state, result, locationId }) => state === 'answered' && result === 'found' && (locationId === null || locationId === checks.locationId));
  return found.map(({ id, source, personId, words }) => (
    <p key={id} className={classes['known']}>
      <strong>{capital(checks.sources.find(({ code }) => code === source)?.name ?? source)} on {personId === null ? 'the address' : people.find((person) => person.personId === personId)?.name ?? 'somebody'}.</strong> {words ?? 'Something is known; no more was said.'}
    </p>
  ));
}
