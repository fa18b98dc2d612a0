// One crew: its call sign and people, whether it is free or on what, since when, and where it was last known.
import { useEffect, useRef } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { AVAILABILITY_WORDS, isOut, SHORT_PROFESSIONS, type Crew, type Member } from '../board/crew.ts';
import { heldWords } from '../board/held.ts';
import { tailOf } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import { CrewChanges } from './crew-changes.tsx';
import { MemberLine, PositionAge } from './member-line.tsx';
import classes from './crews.module.css';

/** Whoever has the crew's newest position: in one car, both have the same. */
const located = ({ members, newest }: Crew): Member | undefined => members.find(({ position }) => position !== null && position === newest) ?? members[0];

const professionOf = ({ duty: { profession } }: Member): string => (profession === null ? 'no profession recorded' : SHORT_PROFESSIONS[profession]);

export function CrewRow({ crew, entry }: { crew: Crew; entry: boolean }) {
  const { crewId, set } = useConsole();
  const chosen = crew.id === crewId;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const mixed = new Set(crew.members.map(({ duty }) => duty.availability)).size > 1;
  const nearest = located(crew);
  return (
    <li ref={row} className={classes['crew']} data-chosen={chosen || undefined}>
      <div className={classes['line']} data-alone={crew.team === null || undefined}>
        <button type="button" className={classes['call-sign']} aria-expanded={chosen} data-pane-entry={entry || undefined} onClick={() => set({ crewId: chosen ? null : crew.id, place: null })}>
          {crew.callSign}
        </button>
        <span className={classes['members']}>
          {crew.team === null ? <span className={classes['dim']}>{crew.members.map(professionOf).join('')}</span> : crew.members.length === 0
            ? <span className={classes['dim']}>nobody in it{crew.team?.vehicle ? ` · ${crew.team.vehicle}` : ''}</span>
            : crew.members.map((member) => <MemberLine key={member.duty.id} member={member} mixed={mixed} />)}
        </span>
        <CrewState crew={crew} />
        {nearest !== undefined && <PositionAge member={nearest} />}
      </div>
      {chosen && <CrewChanges crew={crew} />}
    </li>
  );
}

function CrewState({ crew }: { crew: Crew }) {
  const { incidents, held: onHold, tonight, now } = useBoard();
  const { openIncident } = useConsole();
  if (crew.members.length === 0) return <span className={classes['state']} />;
  const incident = crew.incidentId === null ? undefined : incidents.get(crew.incidentId);
  const held = isOut(crew) ? undefined : crew.members.map(({ duty }) => onHold.get(duty.id)).find((one) => one !== undefined);
  const since = crew.members.find(({ duty }) => duty.availability === crew.availability)?.duty.since;
  const onBreak = crew.availability === 'on-break' ? crew.members.flatMap(({ duty }) => duty.breakUntil ?? []).toSorted().at(-1) : undefined;
  return (
    <span className={classes['state']} data-availability={crew.availability}>
      {held === undefined ? AVAILABILITY_WORDS[crew.availability] : 'held'}
      {held !== undefined && <ActionButton label={`Open ${held.ref}, ${heldWords(held)}`} size="xs" tone="quiet" onAct={() => openIncident(held.incidentId)}>{held.ref.slice(-4)}</ActionButton>}
      {incident !== undefined && (
        <ActionButton label={`Open ${incident.ref}`} size="xs" tone="quiet" onAct={() => openIncident(incident.id)}>{tailOf(incident, tonight)}</ActionButton>
      )}
      {onBreak !== undefined && <span className={classes['since']}>until {dayAndTime(onBreak, now)}</span>}
      {held !== undefined && <span className={classes['since']}>until {dayAndTime(held.until, now)} by {held.by}</span>}
      {since !== undefined && onBreak === undefined && held === undefined && <span className={classes['since']}>since {dayAndTime(since, now)}</span>}
    </span>
  );
}
