// Who, where, by which caller, with which needs: what is known, and what is not, said.
import { IconEyeOff } from '@tabler/icons-react';
import { FLAG_NAMES, MISSING_RISK_NAMES } from '../../../shared/domain/incident-words.ts';
import { isRiskStanding } from '../../../shared/domain/missing.ts';
import { Answers } from '../../../shared/domain/policy.ts';
import type { IncidentRecord, IncidentView } from '../../../shared/protocol/views.ts';
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
        <Fact name="Who">{people.length === 0 ? 'nobody named yet' : <ul className={classes['plain-list']}>{people.map((person) => <li key={person.personId}><Person person={person} /></li>)}</ul>}</Fact>
        <Fact name="Where">
          {location === null ? 'not known' : <>{location.label}{location.district !== null && !location.label.includes(location.district) && `, ${location.district}`}</>}
          {location?.secret && <strong className={classes['secret']}><IconEyeOff size={14} aria-hidden /> secret address: never read it out</strong>}
          {location !== null && location.lat === null && <span className={classes['quiet']}> · not on the map</span>}
          {location?.approximate && <span className={classes['quiet']}> · somewhere there, no exact address</span>}
        </Fact>
        <Fact name="Caller">{caller === null ? '…' : callerLine(caller)}</Fact>
        <Fact name="Graded"><GradedBy incident={incident} /></Fact>
        <Fact name="Asked">{answered.length === 0 ? 'none of the questions answered' : <Answered answers={incident.answers} />}</Fact>
        {incident.policeHaveItAt !== null && <Fact name="Police">have it, ref {incident.policeReference ?? 'not given'}</Fact>}
      </Facts>
    </section>
  );
}

const callerLine = ({ name, agency, phone, ring, reference }: IncidentRecord['caller']): string =>
  [name ?? 'name not given', agency, ring ?? phone, reference === null ? null : `ref ${reference}`].filter((part) => part !== null).join(' · ');

function Person({ person: { name, age, relation, isChild } }: { person: IncidentView['people'][number] }) {
  return <><strong className={classes['name']}>{name}</strong>, {isChild ? 'child, ' : ''}{age} <span className={classes['quiet']}>· {relation}</span></>;
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
