// Tonight's teams: formed before their crews come, ended when nobody comes back to them, joined late by who found none.
import { minutesBetween } from '../../../shared/domain/instant.ts';
import * as duties from '../../../shared/protocol/duties.ts';
import type { Shift } from '../shifts.ts';
import type { Person } from './person.ts';

const FORMS_AHEAD_MINUTES = 10;
/** An empty team is ended after this long, unless its crew comes on again. */
const EMPTY_MINUTES = 60;

/** One team formed or ended; false where they are as they should be. */
export async function shapeTeams(me: Person): Promise<boolean> {
  const { teams, duties: onDuty } = me.sight();
  const wanted = new Set(me.night.rotaed('responder', FORMS_AHEAD_MINUTES).map(({ team }) => team));
  const missing = [...wanted].find((callSign) => callSign !== null && !teams.some((team) => team.callSign === callSign));
  const crew = missing == null ? undefined : me.night.crews.get(missing);
  if (crew !== undefined) return (await me.do(duties.formTeam, { callSign: crew.callSign, vehicle: crew.vehicle, districtCodes: [...crew.districtCodes] })).done;
  const empty = teams.find((team) => !wanted.has(team.callSign) && minutesBetween(team.formedAt, me.now()) > EMPTY_MINUTES && !onDuty.some(({ teamId }) => teamId === team.id));
  return empty !== undefined && (await me.do(duties.disbandTeam, { teamId: empty.id })).done;
}

/** Where a real person supervises, the coordinators see to the teams: whoever trains must not find a night without any. */
export const isForCoordinators = (me: Person): boolean => !me.night.rotaed('control').some(({ key }) => {
  const other = me.night.people.get(key);
  return other !== undefined && other.staff.roles.includes('supervisor') && other.presence.free();
});

/** Who came on alone because there was no team yet. */
export async function joinOwnTeam(me: Person, shift: Shift): Promise<boolean> {
  const duty = me.duty();
  if (duty === undefined || duty.teamId !== null || shift.team === null) return false;
  const team = me.sight().teams.find(({ callSign }) => callSign === shift.team);
  return team !== undefined && (await me.do(duties.joinTeam, { dutyId: duty.id, teamId: team.id })).done;
}
