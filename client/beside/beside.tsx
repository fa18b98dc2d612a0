// What is known already, beside a call while it is typed. Its height never changes and it never takes the focus: what comes in moves nothing under the hand.
import type { ReactNode } from 'react';
import { WARNING_NAMES } from '../../shared/domain/incident-words.ts';
import { MATCH_NAMES } from '../../shared/domain/overnight-note-match.ts';
import { listed, unaskedLine } from '../../shared/domain/check-words.ts';
import { isRepeat, repeatShort, repeatWords } from '../../shared/domain/repeat-concern.ts';
import { LOOKED_UP_PEOPLE, type CallLookups, type KnownPerson } from '../../shared/protocol/call-lookups.ts';
import { dayText } from '../ui/time-text.ts';
import { WarningStrip } from '../ui/warning-strip.tsx';
import { AlikeList, type AlikeActs } from './alike-list.tsx';
import { PastLine } from './past-line.tsx';
import { questionOf, useCallLookups, type CallSoFar } from './use-call-lookups.ts';
import classes from './beside.module.css';

export interface BesideProps extends AlikeActs {
  /** The same for as long as this one call is taken. */
  callId: string;
  soFar: CallSoFar;
  now: Date;
  /** Open incidents that were said to be another. */
  otherThanIds: readonly string[];
}

export function Beside({ callId, soFar, now, otherThanIds, ...acts }: BesideProps) {
  const { known, failed } = useCallLookups(callId, soFar);
  const unlooked = questionOf(soFar).people.slice(LOOKED_UP_PEOPLE).map(({ name }) => name);
  const alike = known?.alike.filter(({ incident }) => !otherThanIds.includes(incident.id)) ?? [];
  return (
    // Scrolled by keys too, so it can be reached by them.
    <section className={classes['beside']} aria-label="Known already" tabIndex={0}>
      <p className={classes['sum']} role="status">{failed === null ? sumOf(known, alike.length, otherThanIds.length) : `Could not be looked up: ${failed} An empty list says nothing.`}</p>
      {known !== null && (
        <>
          <Safety warnings={known.warnings} checks={known.checks} now={now} />
          {known.notes.map(({ note, by }) => (
            <p key={note.id} className={classes['note']}><strong>Overnight note, {by.map((match) => MATCH_NAMES[match]).join(', ')}: {note.about}.</strong> {note.body} <em>{note.plan}</em> <span className={classes['became']}>{note.receivingTeam}</span></p>
          ))}
          <AlikeList alike={alike} now={now} {...acts} />
          {known.address !== null && known.address.incidents.length > 0 && (
            <Part name={isRepeat(known.address.concern) ? `This address: ${repeatWords(known.address.concern)}` : 'This address before'} pressing={isRepeat(known.address.concern)} more={known.address.more}>
              {known.address.incidents.map((incident) => <li key={incident.id}><PastLine incident={incident} now={now} /></li>)}
            </Part>
          )}
          {known.people.map((person) => (
            <Part key={person.said} name={isRepeat(person.concern) ? `Perhaps ${person.said}: ${repeatWords(person.concern)}` : `Perhaps ${person.said} before`} pressing={isRepeat(person.concern)} more={person.more}>
              {person.incidents.map(({ incident, as, reasons }) => <li key={incident.id}><PastLine incident={incident} now={now} said={<>{as} <span className={classes['why']}>({reasons.join(', ')})</span></>} /></li>)}
            </Part>
          ))}
          {unlooked.length > 0 && <p className={classes['became']}>Not looked up while the call is taken: {listed(unlooked)}. On the incident, Shift+H looks up each.</p>}
          {known.number !== null && known.number.earlier.length > 0 && (
            <Part name={`This number before (${known.number.read ?? ''})`} more={known.number.more}>
              {known.number.earlier.map(({ callId: id, who, incident }) => <li key={id}><PastLine incident={incident} now={now} said={who} /></li>)}
            </Part>
          )}
        </>
      )}
    </section>
  );
}

function Part({ name, pressing = false, more, children }: { name: string; pressing?: boolean; more: boolean; children: ReactNode }) {
  return (
    <div className={classes['part']}>
      <h3 className={classes['name']} data-pressing={pressing || undefined}>{name}</h3>
      <ul className={classes['lines']}>{children}</ul>
      {more && <p className={classes['became']}>and earlier ones</p>}
    </div>
  );
}

/** Never that a door is safe: what is not recorded here may be known to others, and was once. */
function Safety({ warnings, checks, now }: Pick<CallLookups, 'warnings' | 'checks'> & { now: Date }) {
  return (
    <>
      {warnings.map(({ id, kind, source, approvedBy, at, reviewAt, reviewDue, ref, about, whom }) => (
        <WarningStrip
          key={id} title={`${WARNING_NAMES[kind]}, ${about === 'address' ? 'this address' : whom ?? 'this person'}`} reviewDue={reviewDue}
          basis={`${source} · ${ref}, ${approvedBy}, ${dayText(at, now)} · review by ${dayText(reviewAt, now)}`}
        />
      ))}
      <p className={classes['safety']}><strong>Staff safety</strong> {unaskedLine(warnings.length, checks.sources)}</p>
      {checks.found.map(({ id, source, at, whom, ref }) => (
        <p key={id} className={classes['once-known']}>Something was known to {source} about {whom ?? 'this address'}, {dayText(at, now)} ({ref}). Ask again.</p>
      ))}
    </>
  );
}

const wordOf = ({ said, concern }: KnownPerson): string => (isRepeat(concern) ? `perhaps ${said}, ${repeatShort(concern)}` : `perhaps ${said} before`);
const count = (figure: number, one: string, many: string): string | null => (figure === 0 ? null : `${figure} ${figure === 1 ? one : many}`);

/** One line that stands still at the top, and is read out when it changes. */
function sumOf(known: CallLookups | null, alike: number, others: number): string {
  if (known === null) return 'Known already: shown here as you type.';
  const parts = [
    count(known.warnings.length, 'staff-safety warning', 'staff-safety warnings'), count(alike, 'open incident may be the same', 'open incidents may be the same'), count(known.notes.length, 'overnight note', 'overnight notes'),
    known.checks.found.length === 0 ? null : `something was once known to ${listed([...new Set(known.checks.found.map(({ source }) => source))])}`,
    known.address !== null && isRepeat(known.address.concern) ? repeatWords(known.address.concern) : null, known.address === null ? null : count(known.address.incidents.length, 'incident here before', 'incidents here before'),
    ...known.people.map(wordOf),
    known.number === null ? null : known.number.read === null ? 'this number cannot be read' : count(known.number.earlier.length, 'earlier call from this number', 'earlier calls from this number'), others === 0 ? null : `${others} said to be another`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nothing recorded here that matches.' : `Known already: ${parts.join(' · ')}`;
}
