// Who works in the demo county tonight. Staff carry birds' names and families trees': nobody here is, or is like, a real person.
import type { Profession } from '../../shared/domain/activity.ts';
import type { Role } from '../../shared/domain/visibility.ts';

export const PASSWORD = 'nightjar-by-night';

export interface SeedStaff { key: string; name: string; organisation: 'police' | 'council' | 'provider'; profession: Profession | null; username?: string; roles: readonly Role[]; receivingTeam?: string; team?: string; seat?: 'control' | 'edt' }

const responder = (key: string, name: string, profession: Profession, team: string, username?: string): SeedStaff => ({
  key, name, profession, team, roles: ['responder'], organisation: profession === 'constable' || profession === 'pcso' ? 'police' : profession === 'youth-worker' ? 'provider' : 'council',
  ...(username === undefined ? {} : { username }),
});

export const STAFF: readonly SeedStaff[] = [
  { key: 'coordinator', name: 'Kit Heron', organisation: 'council', profession: null, username: 'coordinator', roles: ['coordinator'], seat: 'control' },
  { key: 'coordinator2', name: 'Bram Plover', organisation: 'police', profession: null, username: 'coordinator2', roles: ['coordinator'], seat: 'control' },
  { key: 'supervisor', name: 'Morgan Kestrel', organisation: 'police', profession: null, username: 'supervisor', roles: ['supervisor'], seat: 'control' },
  { key: 'edt', name: 'Edda Owl', organisation: 'council', profession: 'social-worker', username: 'edt', roles: ['edt'], seat: 'edt' },
  { key: 'edt2', name: 'Wynn Nightingale', organisation: 'council', profession: 'social-worker', username: 'edt2', roles: ['edt'], seat: 'edt' },
  { key: 'dayteam', name: 'Rae Swift', organisation: 'council', profession: null, username: 'dayteam', roles: ['receiving-team'], receivingTeam: 'Children’s Services East' },
  { key: 'dayteam2', name: 'Ola Dunnock', organisation: 'council', profession: null, username: 'dayteam2', roles: ['receiving-team'], receivingTeam: 'Adult Social Care North' },
  { key: 'administrator', name: 'Ada Magpie', organisation: 'council', profession: null, username: 'administrator', roles: ['administrator'] },
  { key: 'auditor', name: 'Noor Crane', organisation: 'police', profession: null, username: 'auditor', roles: ['auditor'] },
  { key: 'analyst', name: 'Jo Turnstone', organisation: 'council', profession: null, username: 'analyst', roles: ['analyst'] },
  responder('wren', 'PC 1412 Robin Wren', 'constable', 'B2', 'responder1'),
  responder('lark', 'SW Amin Lark', 'social-worker', 'B2', 'responder2'),
  responder('finch', 'PC 1508 Del Finch', 'constable', 'B1'),
  responder('martin', 'SW Sal Martin', 'social-worker', 'B1'),
  responder('rook', 'PCSO 7021 Lee Rook', 'pcso', 'P1'),
  responder('siskin', 'SW Ines Siskin', 'social-worker', 'P1'),
  responder('merlin', 'PC 1633 Ash Merlin', 'constable', 'P2'),
  responder('dove', 'AMHP Gwen Dove', 'amhp', 'P2'),
  responder('tern', 'PC 1290 Max Tern', 'constable', 'L1'),
  responder('avocet', 'SW Uma Avocet', 'social-worker', 'L1'),
  responder('knot', 'PCSO 7044 Pat Knot', 'pcso', 'C1'),
  responder('pipit', 'SW Bo Pipit', 'family-support-worker', 'C1'),
  responder('curlew', 'YW Sid Curlew', 'youth-worker', 'W1', 'responder3'),
  // On tonight's roster, and not there.
  { key: 'jay', name: 'PC 1377 Nell Jay', organisation: 'police', profession: 'constable', roles: ['responder'] },
  { key: 'teal', name: 'SW Ada Teal', organisation: 'council', profession: 'social-worker', roles: ['responder'] },
];

/** Tonight began at this many minutes before the demo; what came before was done by the shift before, and handed on by name. */
export const SHIFT_BEGAN_MINUTES = 141;
const SHIFT_BEFORE: Record<string, string> = { coordinator: 'coordinator2', edt: 'edt2' };
export const onShift = (who: string, minutesAgo: number): string => (minutesAgo > SHIFT_BEGAN_MINUTES ? SHIFT_BEFORE[who] ?? who : who);

export const TEAMS: readonly { callSign: string; vehicle: string; districtCodes: string[]; at: { lat: number; lon: number }; positionMinutesOld: number }[] = [
  { callSign: 'B1', vehicle: 'Grey estate', districtCodes: ['E07000117', 'E07000122'], at: { lat: 53.8, lon: -2.27 }, positionMinutesOld: 0.4 },
  { callSign: 'B2', vehicle: 'Blue hatchback', districtCodes: ['E07000117', 'E07000125'], at: { lat: 53.781, lon: -2.236 }, positionMinutesOld: 0.6 },
  { callSign: 'P1', vehicle: 'White van', districtCodes: ['E07000123'], at: { lat: 53.765, lon: -2.69 }, positionMinutesOld: 1.2 },
  { callSign: 'P2', vehicle: 'Silver estate', districtCodes: ['E07000123', 'E07000126'], at: { lat: 53.742, lon: -2.655 }, positionMinutesOld: 38 },
  { callSign: 'L1', vehicle: 'Green hatchback', districtCodes: ['E07000121'], at: { lat: 54.02, lon: -2.79 }, positionMinutesOld: 0.9 },
  { callSign: 'C1', vehicle: 'Red hatchback', districtCodes: ['E07000118', 'E07000127'], at: { lat: 53.65, lon: -2.63 }, positionMinutesOld: 2 },
  { callSign: 'W1', vehicle: 'Own car', districtCodes: ['E07000128', 'E07000119'], at: { lat: 53.85, lon: -2.99 }, positionMinutesOld: 5 },
];

export const RECEIVING_TEAMS: readonly { name: string; kind: 'edt-desk' | 'day-team'; startsAt: string }[] = [
  { name: 'EDT desk', kind: 'edt-desk', startsAt: '17:00' },
  { name: 'Children’s Services East', kind: 'day-team', startsAt: '09:00' },
  { name: 'Children’s Services North', kind: 'day-team', startsAt: '09:00' },
  { name: 'Adult Social Care North', kind: 'day-team', startsAt: '09:00' },
  { name: 'Youth Offending Team', kind: 'day-team', startsAt: '08:45' },
];
