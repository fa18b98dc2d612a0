// Under a chosen crew: each person with a place to move to, and an end to a team that nobody is in.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { DISTRICTS } from '../../../shared/domain/district.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { disbandTeam, joinTeam } from '../../../shared/protocol/duties.ts';
import { pointOf } from '../../forms/place/point-of.ts';
import { isOldPosition } from '../../../shared/domain/rank-facts.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import type { Crew, Member } from '../board/crew.ts';
import { withinReach } from '../map/reach.ts';
import { TeamForm } from './team-form.tsx';
import { MemberBreak } from './member-break.tsx';
import { memberName, PositionAge } from './member-line.tsx';
import classes from './crews.module.css';

const ALONE = 'alone';

export function CrewChanges({ crew }: { crew: Crew }) {
  const { send } = useSend();
  const [changing, setChanging] = useState(false);
  const { team } = crew;
  const reached = useReached(crew);
  const areas = DISTRICTS.filter(({ code }) => team?.districtCodes.includes(code)).map(({ name }) => name).join(', ');
  return (
    <div className={classes['changes']}>
      {team !== null && (team.vehicle !== null || areas !== '') && <p className={classes['about']}>{[team.vehicle, areas].filter(Boolean).join(' · ')}</p>}
      {reached !== null && <p className={classes['about']}>{reached}</p>}
      {crew.members.map((member) => <MoveMember key={member.duty.id} member={member} />)}
      {team !== null && changing && <TeamForm team={team} onClose={() => setChanging(false)} />}
      {team !== null && !changing && <ActionButton label={`Call sign, vehicle, areas of ${team.callSign}`} size="xs" tone="quiet" onAct={() => setChanging(true)}>Call sign, vehicle, areas</ActionButton>}
      {team !== null && (
        <ActionButton
          label={`End team ${team.callSign}`} size="xs" refusal={crew.members.length > 0 ? refusalSentence({ code: 'team-not-empty' }) : undefined}
          onAct={async () => { if (await send(disbandTeam, { teamId: team.id })) say(`Team ${team.callSign} has ended.`); }}
        />
      )}
    </div>
  );
}

/** What the rings on the map say, for whoever does not see it: the open incidents in reach. */
function useReached(crew: Crew): string | null {
  const { items, now } = useBoard();
  const sending = usePolicyInForce()?.body.sending ?? null;
  if (sending === null || crew.newest === null) return null;
  if (isOldPosition({ position: crew.newest }, sending, now.toISOString())) return 'In reach: not known, the position is too old';
  const targets = items.flatMap(({ incident, tail }) => { const at = pointOf(incident); return at === null || incident.state !== 'open' ? [] : [{ name: tail, at }]; });
  return `In reach by the straight line: ${withinReach(sending, now, crew.newest, targets) ?? 'no open incident within 30 min'}`;
}

function MoveMember({ member }: { member: Member }) {
  const { crews } = useBoard();
  const { send, busy } = useSend();
  const { duty } = member;
  if (duty.seat !== 'responder') return null;
  const choices = [
    { value: ALONE, label: 'without a team' },
    ...crews.filter(({ team }) => team !== null).map(({ id, callSign }) => ({ value: id, label: `in ${callSign}` })),
  ];
  // The same rule as the server's: nobody changes cars on the way to somebody's door.
  const refusal = duty.availability === 'free' || duty.availability === 'on-break' ? undefined : refusalSentence({ code: 'crew-still-out', facts: { who: duty.name } });
  return (
    <div className={classes['move']}>
      <span>{memberName(member)}</span>
      <PositionAge member={member} />
      <NativeSelect
        size="xs" aria-label={`Where ${duty.name} works`} data={choices} value={duty.teamId ?? ALONE} disabled={busy || refusal !== undefined}
        {...(refusal === undefined ? {} : { description: refusal })}
        onChange={({ currentTarget: { value } }) => void send(joinTeam, { dutyId: duty.id, teamId: value === ALONE ? null : value })}
      />
      <MemberBreak duty={duty} />
    </div>
  );
}
