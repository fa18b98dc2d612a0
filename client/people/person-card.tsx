// Somebody named on an incident: who may be the same, where else they were named, who they are to the others, and what was said of them before.
import { NativeSelect } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Instant } from '../../shared/domain/instant.ts';
import type { AlikePerson } from '../../shared/protocol/people.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { Failed } from '../live/failed.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { clockTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { AlikePeople } from './alike-people.tsx';
import { NotTheSameAfterAll, SamePerson, type Link } from './link-steps.tsx';
import { useNotTheSame } from './not-the-same.ts';
import { PersonIncidents } from './person-incidents.tsx';
import { PersonKin } from './person-kin.tsx';
import { PersonVersions } from './person-versions.tsx';
import { canBeLookedUp, useAlike, usePersonHistory, useReadAgain, type NamedPerson } from './use-person.ts';
import classes from './people.module.css';

export interface PersonCardProps {
  incident: IncidentView;
  personId: string;
  /** When a link was last made or undone on this incident, by whomever: what was read before that is read again. */
  linkedAt?: Instant | null | undefined;
  /** Another of those named. */
  onPerson: (personId: string) => void;
  /** Another incident is opened in place of this one. */
  onLook: (incidentId: string) => void;
  /** Where what is known can be corrected. */
  onCorrect?: (() => void) | undefined;
  onClose: () => void;
}

export function PersonCard(props: PersonCardProps) {
  const person = props.incident.people.find(({ personId }) => personId === props.personId) ?? props.incident.people[0];
  return person === undefined ? null : <HotkeyScope key={person.personId} name="A person"><Card {...props} person={person} /></HotkeyScope>;
}

type Step = { what: 'same'; other: AlikePerson } | { what: 'undo'; link: Link; ref: string } | { what: 'kin' } | null;

function Card({ incident, person, linkedAt = null, onPerson, onLook, onCorrect, onClose }: PersonCardProps & { person: NamedPerson }) {
  const now = useNow();
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const [step, setStep] = useState<Step>(null);
  const back = () => setStep(null);
  // Held here, so that a step in between does not read, and log, a second time.
  const alike = useAlike(incident, person);
  const history = usePersonHistory(person);
  const readAgain = useReadAgain(person.personId);
  const readAt = history.data?.readAt ?? null;
  // Once for each link that is heard of: each reading is logged, and a clock that is behind must not read without end.
  const readFor = useRef(linkedAt);
  useEffect(() => {
    if (linkedAt === null || readAt === null || readAt >= linkedAt || readFor.current === linkedAt) return;
    readFor.current = linkedAt;
    void readAgain();
  }, [linkedAt, readAt, readAgain]);
  useHotkeys([{ keys: 'Escape', label: 'Back to the incident', run: onClose }]);
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  // The button that led to a step may be gone with what it did: the focus stays in the card.
  useEffect(() => {
    if (step === null && document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <section ref={card} className={classes['card']} aria-labelledby={titleId} data-form tabIndex={-1}>
      <h3 id={titleId} className={classes['title']}>{person.name}, {person.age}</h3>
      {incident.people.length > 1 && <NativeSelect label="About" data={incident.people.map(({ personId, name, age }) => ({ value: personId, label: `${name}, ${age}` }))} value={person.personId} onChange={({ currentTarget }) => onPerson(currentTarget.value)} />}
      <Part name="May be known already">
        {step?.what === 'same' ? <SamePerson incidentId={incident.id} person={person} other={step.other} onDone={readAgain} onBack={back} /> : <Suggestions alike={alike} person={person} now={now} onSame={(other) => setStep({ what: 'same', other })} onLook={onLook} />}
      </Part>
      <Part name="Where they were named">
        {step?.what === 'undo' ? <NotTheSameAfterAll link={step.link} refOfOther={step.ref} onDone={readAgain} onBack={back} /> : <Named history={history} hereId={incident.id} now={now} onUndo={(link, ref) => setStep({ what: 'undo', link, ref })} onLook={onLook} />}
      </Part>
      <Part name="To the others here"><PersonKin incident={incident} person={person} adding={step?.what === 'kin'} onAdd={() => setStep({ what: 'kin' })} onBack={back} /></Part>
      <Part name="What was said of them, and when"><Before history={history} now={now} /></Part>
      <div className={classes['acts']}>
        {onCorrect !== undefined && <ActionButton label="Say more, or correct it" size="xs" onAct={onCorrect} />}
        <ActionButton label="Look again" size="xs" tone="quiet" onAct={readAgain} />
        <ActionButton label="Back" size="xs" tone="quiet" onAct={onClose} />
      </div>
    </section>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  const headingId = useId();
  return <section className={classes['part']} aria-labelledby={headingId}><h4 id={headingId} className={classes['name']}>{name}</h4>{children}</section>;
}

function Suggestions({ alike, person, now, onSame, onLook }: { alike: ReturnType<typeof useAlike>; person: NamedPerson; now: Date; onSame: (other: AlikePerson) => void; onLook: (incidentId: string) => void }) {
  const { data, error, refetch } = alike;
  const { isPutAway, putAway, bringBack } = useNotTheSame(person.personId);
  if (!canBeLookedUp(person)) return <p className={classes['quiet']}>There is neither a name nor a date of birth to go by.</p>;
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <SkeletonRows of="records that may be about them" rows={2} />;
  const shown = data.filter((one) => !isPutAway(one.personId));
  return (
    <>
      {shown.length === 0 && <p className={classes['quiet']}>{data.length === 0 ? 'No other record that you may see is alike.' : 'None besides those put away.'}</p>}
      <AlikePeople alike={shown} now={now} onSame={onSame} onNotSame={({ personId }) => putAway(personId)} onLook={onLook} />
      {shown.length < data.length && <div className={classes['acts']}><ActionButton label={`Show ${data.length - shown.length} put away`} size="xs" tone="quiet" onAct={bringBack} /></div>}
    </>
  );
}

type History = ReturnType<typeof usePersonHistory>;

function Named({ history: { data, error, refetch }, hereId, now, onUndo, onLook }: { history: History; hereId: string; now: Date; onUndo: (link: Link, ref: string) => void; onLook: (incidentId: string) => void }) {
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <SkeletonRows of="where they were named" rows={2} />;
  return (
    <>
      <PersonIncidents incidents={data.incidents} hereId={hereId} now={now} onUndo={onUndo} onLook={onLook} />
      <p className={classes['quiet']}>{data.incidents.length < 2 ? 'Nowhere else that you may see' : 'As far as you may see'}, as of {clockTime(data.readAt)}.</p>
    </>
  );
}

function Before({ history: { data, error }, now }: { history: History; now: Date }) {
  // Why it could not be read is said above, once.
  if (error !== null) return <p className={classes['quiet']}>Could not be read.</p>;
  return data === undefined ? <SkeletonRows of="what was said before" rows={2} /> : <PersonVersions versions={data.versions} now={now} />;
}
