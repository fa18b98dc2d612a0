// Who, where, by whom it was reported, and the staff-safety warnings apart from the flags.
import { DOOR_NAMES, FLAG_NAMES, MISSING_RISK_NAMES, WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import { isRiskStanding } from '../../../shared/domain/missing.ts';
import { kinOf, personLines } from '../../../shared/protocol/person-words.ts';
import type { IncidentRecord, IncidentView } from '../../../shared/protocol/views.ts';
import { KnownAlready } from '../../people/known-already.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FlagPill } from '../../ui/flag-pill.tsx';
import { GradedBy } from '../../ui/graded-by.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import { Section } from '../case/section.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './incident-facts.module.css';

export function IncidentFacts({ incident, caller, onForm }: { incident: IncidentView; caller: IncidentRecord['caller'] | undefined; onForm: OpenForm }) {
  const now = useNow();
  const { people, location, flags, missingRisk, warnings } = incident;
  const [first] = people;
  return (
    <>
      {warnings.map((warning) => (
        <div key={warning.id} className={classes['warning']}>
          <WarningStrip
            title={WARNING_NAMES[warning.kind]}
            basis={`${warning.source}. Approved by ${warning.approvedBy.name}; review ${dayAndTime(warning.reviewAt, now)}.`}
            reviewDue={new Date(warning.reviewAt) < now}
          />
        </div>
      ))}
      <Section name="What, who and where">
        <Facts>
          <Fact name="Reported">{incident.summary}</Fact>
          <Fact name="Who">
            {people.length === 0 && 'nobody named yet'}
            {people.map((person) => (
              <span key={person.personId} className={classes['line']}>
                {person.name}, {person.age} <span className={classes['dim']}>({[person.relation, ...kinOf(incident, person.personId)].join('; ')})</span>
                {personLines(person.more, (at) => dayAndTime(at, now)).map(({ text, urgent }) => <span key={text} className={urgent ? classes['urgent'] : `${classes['line']} ${classes['dim']}`}>{text}</span>)}
                {incident.state === 'open' && <KnownAlready incident={incident} person={person} onOpen={() => onForm({ name: 'known', id: person.personId })} />}
              </span>
            ))}
            {first !== undefined && <ActionButton label="Known already: history" keys="Shift+H" size="xs" tone="quiet" onAct={() => onForm({ name: 'known', id: first.personId })} />}
            {first !== undefined && <ActionButton label="Say more, or correct it" keys="Shift+F" size="xs" tone="quiet" onAct={() => onForm({ name: 'describe', id: first.personId })} />}
          </Fact>
          <Fact name="Where">
            {location === null ? 'not known' : location.label}
            {location?.district && <span className={classes['dim']}> ({location.district})</span>}
            {location?.secret === true && <strong className={classes['secret']}>Must stay secret: do not read it out.</strong>}
          </Fact>
          <Fact name="Flags">
            {flags.length === 0 && missingRisk === null && 'none given'}
            <span className={classes['flags']}>
              {flags.map((flag) => <FlagPill key={flag}>{FLAG_NAMES[flag]}</FlagPill>)}
              {missingRisk !== null && isRiskStanding(incident) && <FlagPill>Missing, {MISSING_RISK_NAMES[missingRisk]}</FlagPill>}
            </span>
          </Fact>
          <Fact name="Graded"><GradedBy incident={incident} /></Fact>
          <Fact name="Through">{DOOR_NAMES[incident.door]}{incident.cameBy !== null && `, came by ${incident.cameBy}`}</Fact>
          <Fact name="Caller">{caller === undefined ? '…' : [caller.name, caller.agency, caller.phone, caller.reference].filter((part) => part !== null).join(' · ') || 'not given'}</Fact>
          {incident.policeHaveItAt !== null && <Fact name="Police">police have it, ref {incident.policeReference ?? 'not given'}, {dayAndTime(incident.policeHaveItAt, now)}</Fact>}
          {incident.handovers.length > 0 && (
            <Fact name="Handovers">
              {incident.handovers.map(({ id, receivingTeam, state, takenBy, sentAt }) => (
                <span key={id} className={classes['line']}>{receivingTeam}, {HANDOVER_WORDS[state]}{takenBy !== null && ` by ${takenBy}`}, sent {dayAndTime(sentAt, now)}</span>
              ))}
            </Fact>
          )}
        </Facts>
      </Section>
    </>
  );
}

const HANDOVER_WORDS = { sent: 'waits', 'taken-over': 'taken over', rejected: 'rejected', withdrawn: 'withdrawn' } as const;
