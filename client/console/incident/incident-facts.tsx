// Who, where, by which caller, with which needs: what is known, and what is not, said.
import { IconEyeOff } from '@tabler/icons-react';
import { FLAG_NAMES, MISSING_RISK_NAMES } from '../../../shared/domain/incident-words.ts';
import { isRiskStanding } from '../../../shared/domain/missing.ts';
import { Answers } from '../../../shared/domain/policy.ts';
import type { IncidentRecord, IncidentView } from '../../../shared/protocol/views.ts';
import { kinOf, personLines } from '../../../shared/protocol/person-words.ts';
import { KnownAlready } from '../../people/known-already.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FlagPill } from '../../ui/flag-pill.tsx';
import { GradedBy } from '../../ui/graded-by.tsx';
import classes from './incident.module.css';

export interface IncidentFactsProps {
  incident: IncidentView;
  /** Null until the record has been read. */
  caller: IncidentRecord['caller'] | null;
}

export function IncidentFacts({ incident, caller }: IncidentFactsProps) {
  const { location, people, flags, missingRisk } = incident;
  const answered = Object.entries(incident.answers).filter(([, answer]) => answer !== null);
  return (
    <section className={classes['section']} aria-label="What is known">
      {(flags.length > 0 || missingRisk !== null) && (
        <p className={classes['flags']}>
          {flags.map((flag) => <FlagPill key={flag}>{FLAG_NAMES[flag]}</FlagPill>)}
          {missingRisk !== null && isRiskStanding(incident) && <FlagPill>Missing: {MISSING_RISK_NAMES[missingRisk]}</FlagPill>}
        </p>
      )}
      <Facts>
        <Fact name="Who">{people.length === 0 ? 'nobody named yet' : <ul className={classes['plain-list']}>{people.map((person) => <li key={person.personId}><Person person={person} incident={incident} /></li>)}</ul>}</Fact>
        <Fact name="Where">
          {location === null ? 'not known' : <>{location.label}{location.district !== null && !location.label.includes(location.district) && `, ${location.district}`}</>}
          {location?.secret && <strong className={classes['secret']}><IconEyeOff size={14} aria-hidden /> secret address: never read it out</strong>}
          {location !== null && location.lat === null && <span className={classes['quiet']}> · not on the map</span>}
          {location?.approximate && <span className={classes['quiet']}> · somewhere there, no exact address</span>}
        </Fact>
        <Fact name="Caller">{caller === null ? '…' : callerLine(caller)}</Fact>
        <Fact name="Graded"><GradedBy incident={incident} /></Fact>
        <Fact name="Asked">{answered.length === 0 ? 'none of the questions answered' : <Answered answers={incident.answers} />}</Fact>
        {incident.notTaken !== null && <Fact name="Not taken">{incident.state === 'closed' ? 'kept' : 'to be kept, once a second person agrees,'} by {incident.notTaken.keptBy}, {incident.notTaken.organisation}; the caller was told: {incident.notTaken.callerTold}</Fact>}
        {incident.policeHaveItAt !== null && <Fact name="Police">have it, ref {incident.policeReference ?? 'not given'}</Fact>}
      </Facts>
    </section>
  );
}

const callerLine = ({ name, agency, phone, ring, reference }: IncidentRecord['caller']): string =>
  [name ?? 'name not given', agency, ring ?? phone, reference === null ? null : `ref ${reference}`].filter((part) => part !== null).join(' · ');

function Person({ person, incident }: { person: IncidentView['people'][number]; incident: IncidentView }) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const { personId, name, age, relation, isChild, more } = person;
  const kin = kinOf(incident, personId);
  return (
    <>
      <strong className={classes['name']}>{name}</strong>, {isChild ? 'child, ' : ''}{age} <span className={classes['quiet']}>· {[relation, ...kin].join(', ')}</span>
      {personLines(more, (at) => dayAndTime(at, now)).map(({ about, text, urgent }) => <span key={`${about} ${text}`} className={urgent ? classes['said'] : `${classes['said']} ${classes['quiet']}`}>{text}</span>)}
      {incident.state === 'open' && <KnownAlready incident={incident} person={person} keys={incident.people[0] === person ? 'Shift+H' : undefined} onOpen={() => openForm({ name: 'known', personId })} />}
    </>
  );
}

/** The questions in the contract's own words, so that form and record never drift apart. */
function Answered({ answers }: { answers: IncidentView['answers'] }) {
  const questions = Answers.keyof().options.filter((question) => answers[question] !== null);
  return (
    <ul className={classes['plain-list']}>
      {questions.map((question) => <li key={question}>{Answers.shape[question].description ?? question} <strong className={classes['name']}>{answers[question] === true ? 'Yes' : 'No'}</strong></li>)}
    </ul>
  );
}
