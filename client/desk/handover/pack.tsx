// The pack, frozen as sent, laid out to be read aloud from one to ten: nothing is left blank, what is not known is said.
import { DOOR_NAMES, FLAG_NAMES, MISSING_RISK_NAMES } from '../../../shared/domain/incident-words.ts';
import type { HandoverPack } from '../../../shared/protocol/handover-pack.ts';
import { FlagPill } from '../../ui/flag-pill.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import type { Moment } from '../../ui/time-text.ts';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import { Section } from '../case/section.tsx';
import classes from './pack.module.css';

export interface PackProps {
  pack: HandoverPack;
  now: Moment;
}

export function Pack({ pack, now }: PackProps) {
  return (
    <div className={classes['pack']}>
      <Section number={1} name="Who">
        {pack.people.length === 0 && <p>Nobody is named.</p>}
        {pack.people.map((person, index) => <Person key={index} person={person} />)}
        {(pack.flags.length > 0 || pack.missingRisk !== null) && (
          <p className={classes['flags']}>
            {pack.flags.map((flag) => <FlagPill key={flag}>{FLAG_NAMES[flag]}</FlagPill>)}
            {pack.missingRisk !== null && <FlagPill>Missing, {MISSING_RISK_NAMES[pack.missingRisk]}</FlagPill>}
          </p>
        )}
      </Section>
      <Section number={2} name="Where">
        <p>{pack.location ?? 'No address is recorded.'}{pack.district !== null && <span className={classes['dim']}> ({pack.district})</span>}</p>
        {pack.secretAddress && <p className={classes['act']}>This address must stay secret. Do not read it out.</p>}
      </Section>
      <Section number={3} name="Reported">
        <p>{pack.summary}</p>
        <p className={classes['dim']}>{dayAndTime(pack.reportedAt, now)}, by {pack.caller}, through {DOOR_NAMES[pack.door]}</p>
        {pack.told.map(({ what, said, at, dueAt, inDoubt }) => (
          <p key={`${at} ${what}`}>
            The caller was told: {what}{dueAt !== null && ` by ${dayAndTime(dueAt, now)}`}. “{said}” <span className={classes['dim']}>{dayAndTime(at, now)}</span>
            {inDoubt && <strong className={classes['act']}> The grade has changed since: tell them what holds now.</strong>}
          </p>
        ))}
      </Section>
      <Section number={4} name="Seen, not seen, missing">
        <Seen people={pack.people} />
        {pack.missing.map((missing, index) => <Missing key={index} missing={missing} now={now} />)}
      </Section>
      <Section number={5} name="Risk">
        <div className={classes['risk']}>
          <div><h4 className={classes['part']}>Then</h4><p>{pack.riskThen}</p></div>
          <div><h4 className={classes['part']}>Now</h4><p>{pack.riskNow}</p></div>
        </div>
      </Section>
      <Section number={6} name="Who leads, and legal powers">
        {pack.lead !== null && <p>{pack.lead}</p>}
        {pack.dispute !== null && <p className={classes['act']}>{pack.dispute}</p>}
        <p>{pack.legalPowers === null ? 'No legal powers are recorded as in force.' : `In force: ${pack.legalPowers}`}</p>
      </Section>
      <Section number={7} name="Done so far"><Actions actions={pack.actions} now={now} /></Section>
      <Section number={8} name="Outstanding">
        {pack.outstanding.length > 0 && <ol className={classes['list']}>{pack.outstanding.map((owed) => <li key={owed}>{owed}</li>)}</ol>}
        {pack.outstandingNote !== null && <p>{pack.outstandingNote}</p>}
        {pack.outstanding.length === 0 && pack.outstandingNote === null && <p>Nothing is recorded as outstanding.</p>}
      </Section>
      <Section number={9} name="Staff safety">
        {pack.warnings.map((warning) => <WarningStrip key={warning} title={warning} />)}
        <p>{pack.warnings.length === 0 && 'No warning is recorded here. '}<span className={classes['dim']}>{pack.checks}</span></p>
      </Section>
      <Section number={10} name="Consent and sharing">
        <p>{pack.sharingBasis}</p>
        {pack.people.map(({ name, consent, sharing }, index) => consent !== null && <p key={index}><strong>{name}</strong>: {consent}; {sharing}</p>)}
        <p className={classes['dim']}>{pack.spokenWith === null ? 'Not yet spoken about.' : `Spoken about with ${pack.spokenWith}.`}</p>
      </Section>
    </div>
  );
}

function Person({ person: { name, age, relation, kin, known } }: { person: HandoverPack['people'][number] }) {
  return (
    <>
      <p><strong>{name}</strong>, {age} <span className={classes['dim']}>({[relation, ...kin].join(', ')})</span></p>
      {known.length > 0 && <ul className={classes['said']} aria-label={`What is known of ${name}`}>{known.map(({ text, urgent }) => <li key={text} className={urgent ? classes['act'] : undefined}>{text}</li>)}</ul>}
    </>
  );
}

function Missing({ missing: { name, standing, since, confirmed, lines }, now }: { missing: HandoverPack['missing'][number]; now: Moment }) {
  return (
    <>
      <p className={confirmed ? undefined : classes['act']}>{name} {standing} <span className={classes['dim']}>reported missing {dayAndTime(since, now)}</span></p>
      {lines.length > 0 && <ul className={classes['said']} aria-label={`The search for ${name}`}>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
    </>
  );
}

const SIGHTINGS = [['seen', 'Seen'], ['not seen', 'Not seen'], ['not visited', 'Not visited']] as const;

function Seen({ people }: { people: HandoverPack['people'] }) {
  if (people.length === 0) return <p>Nobody is named, so nobody is recorded as seen.</p>;
  return SIGHTINGS.map(([seen, word]) => {
    const names = people.filter((person) => person.seen === seen).map(({ name }) => name);
    return names.length > 0 && <p key={seen} className={seen === 'seen' ? undefined : classes['act']}>{word}: {names.join(', ')}</p>;
  });
}

function Actions({ actions, now }: { actions: HandoverPack['actions']; now: Moment }) {
  if (actions.length === 0) return <p>Nothing is recorded as done.</p>;
  return (
    <ol className={classes['actions']}>
      {actions.map(({ at, by, what }) => (
        <li key={`${at} ${what}`}>
          <time dateTime={at}>{dayAndTime(at, now)}</time>
          <span>{what} <span className={classes['dim']}>{by}</span></span>
        </li>
      ))}
    </ol>
  );
}
