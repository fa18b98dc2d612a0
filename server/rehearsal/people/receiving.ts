// Which day team takes what, and the words of a pack.
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { RehearsalCall } from '../calls/rehearsal-call.ts';
import type { SeenIncident } from '../service.ts';

export interface DayTeam { id: Id; name: string; kind: 'edt-desk' | 'day-team' }

/** West of the Ribble and the bay go north, the rest east; where a county has no such team, the first day team takes it. */
const NORTH = new Set<string | null | undefined>(['E07000121', 'E07000128', 'E07000119', 'E07000123']);
const WORD = { childrens: 'Children', adults: 'Adult', youth: 'Youth' } as const;
type HandsOverTo = RehearsalCall['truth']['handsOverTo'];

/** Whether this is the work of a team of this name; what is nobody's in particular is anybody's. */
export const isWorkOf = (name: string, to: HandsOverTo): boolean => to === 'none' || name.includes(WORD[to]);

export function rightTeam(teams: readonly DayTeam[], incident: Pick<SeenIncident, 'location'>, to: HandsOverTo): DayTeam | undefined {
  const days = teams.filter(({ kind }) => kind === 'day-team');
  const named = to === 'none' ? [] : days.filter(({ name }) => isWorkOf(name, to));
  const side = NORTH.has(incident.location?.districtCode) ? 'North' : 'East';
  return named.find(({ name }) => name.endsWith(side)) ?? named[0] ?? days[0];
}

export const packOf = (incident: Pick<SeenIncident, 'attendedAt' | 'missingRisk'>) => ({
  riskNow: incident.attendedAt === null ? 'Not seen by us: as reported.' : 'Lower than when it was reported: seen tonight.',
  outstanding: incident.missingRisk === null ? null : 'A return interview is to be offered.',
  sharingBasis: 'Safeguarding: the service acts with the council and the police.', legalPowers: null, spokenWith: null,
});
