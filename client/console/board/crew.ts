// Who can be sent tonight: each team with its people, and each person without one, as one list of crews.
import type { Profession } from '../../../shared/domain/activity.ts';
import type { DutyView, PositionView, TeamView } from '../../../shared/protocol/views.ts';

export interface Member {
  duty: DutyView;
  position: PositionView | null;
}
export interface Crew {
  /** The team's id; for somebody without a team, the duty's. */
  id: string;
  team: TeamView | null;
  callSign: string;
  members: readonly Member[];
  /** The newest position of any member: where the car is. */
  newest: PositionView | null;
  /** Of the member furthest into something. */
  availability: DutyView['availability'];
  incidentId: string | null;
}

const ENGAGED = { free: 0, 'on-break': 0.5, sent: 1, going: 2, there: 3 } as const satisfies Record<DutyView['availability'], number>;
export const AVAILABILITY_WORDS = { free: 'free', 'on-break': 'on a break', sent: 'sent', going: 'going', there: 'there' } as const satisfies Record<DutyView['availability'], string>;

export const SHORT_PROFESSIONS = {
  constable: 'PC', pcso: 'PCSO', 'social-worker': 'social worker', amhp: 'AMHP', 'youth-worker': 'youth worker', 'youth-offending-worker': 'YOT worker',
  'family-support-worker': 'family support',
} as const satisfies Record<Profession, string>;

/** Past this a position is called old, here and on the map. */
export const STALE_AFTER_SECONDS = 180;

function crewOf(id: string, team: TeamView | null, callSign: string, members: readonly Member[]): Crew {
  const newest = members.map(({ position }) => position).filter((position) => position !== null).toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null;
  const busiest = members.map(({ duty }) => duty).toSorted((a, b) => ENGAGED[b.availability] - ENGAGED[a.availability])[0];
  return { id, team, callSign, members, newest, availability: busiest?.availability ?? 'free', incidentId: busiest?.incidentId ?? null };
}

const BY_CALL_SIGN = new Intl.Collator('en', { numeric: true });

/** Control sends and is not sent, so its seats are left out. */
export function crewsOf(duties: readonly DutyView[], teams: readonly TeamView[], positions: ReadonlyMap<string, PositionView>): Crew[] {
  const out = duties.filter(({ seat }) => seat !== 'control').map((duty): Member => ({ duty, position: positions.get(duty.id) ?? null }));
  const named = teams.map((team) => crewOf(team.id, team, team.callSign, out.filter(({ duty }) => duty.teamId === team.id)));
  const known = new Set(teams.map(({ id }) => id));
  const alone = out.filter(({ duty }) => duty.teamId === null || !known.has(duty.teamId)).map((member) => crewOf(member.duty.id, null, member.duty.name, [member]));
  return [...named, ...alone].toSorted((a, b) =>
    ENGAGED[a.availability] - ENGAGED[b.availability] || Number(a.team === null) - Number(b.team === null)
    || Number(a.members.length === 0) - Number(b.members.length === 0) || BY_CALL_SIGN.compare(a.callSign, b.callSign));
}

export const isOut = ({ availability }: Pick<Crew, 'availability'>): boolean => availability !== 'free' && availability !== 'on-break';
export const isManned = ({ members }: Pick<Crew, 'members'>): boolean => members.length > 0;
