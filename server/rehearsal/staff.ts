// Who works in a played rehearsal. Staff carry birds' names: nobody here is, or is like, a real person.
import type { Profession } from '../../shared/domain/activity.ts';
import type { SeedStaff } from '../seed/staff.ts';
import { crewsOf } from './crews.ts';

export const RESPONDERS = 27;

const FIRST_NAMES = ['Robin', 'Amin', 'Del', 'Sal', 'Lee', 'Ines', 'Ash', 'Gwen', 'Max', 'Uma', 'Pat', 'Bo', 'Sid', 'Nia', 'Tom', 'Aisha', 'Rhys', 'Ewa', 'Cal', 'Zofia', 'Dai', 'Mina', 'Joss', 'Tariq', 'Bea', 'Fen', 'Ivo', 'Lena', 'Omar'] as const;
const BIRDS = [
  'Wren', 'Lark', 'Finch', 'Martin', 'Rook', 'Siskin', 'Merlin', 'Dove', 'Tern', 'Avocet', 'Knot', 'Pipit', 'Curlew', 'Jay', 'Teal', 'Linnet', 'Redstart', 'Godwit', 'Dipper', 'Bunting', 'Fulmar', 'Gannet',
  'Harrier', 'Jackdaw', 'Kittiwake', 'Lapwing', 'Mallard', 'Oriole', 'Petrel', 'Quail', 'Redpoll', 'Sandpiper', 'Thrush', 'Whinchat', 'Yellowhammer', 'Brambling', 'Chiffchaff', 'Eider', 'Goshawk', 'Hobby',
] as const;

/** A pair is police and social work; who they are repeats through the pairs, so that AMHPs and youth workers are among any dozen. */
const POLICE: readonly Profession[] = ['constable', 'constable', 'pcso', 'constable'];
const SOCIAL_WORK: readonly Profession[] = ['social-worker', 'amhp', 'family-support-worker', 'social-worker', 'youth-worker', 'amhp', 'youth-offending-worker'];
const TITLES = { constable: 'PC', pcso: 'PCSO', 'social-worker': 'SW', amhp: 'AMHP', 'youth-worker': 'YW', 'youth-offending-worker': 'YOW', 'family-support-worker': 'FSW' } as const satisfies Record<Profession, string>;

const CONTROL: readonly SeedStaff[] = [
  ...inSeat('control', 'coordinator', ['Kit Heron', 'Bram Plover', 'Ida Grebe', 'Noel Bittern', 'Oona Stork', 'Piers Egret', 'Tess Ruff', 'Hal Smew'], ['council', 'police']),
  ...inSeat('control', 'supervisor', ['Morgan Kestrel', 'Sunniva Buzzard', 'Alun Osprey', 'Faye Peregrine'], ['police', 'council']),
  ...inSeat('edt', 'edt', ['Edda Owl', 'Wynn Nightingale', 'Ruth Shearwater', 'Colm Corncrake', 'Vera Scaup', 'Ned Pochard'], ['council']),
];
const DAY_TEAMS: readonly SeedStaff[] = [
  ['Rae Swift', 'Children’s Services East'], ['Ola Dunnock', 'Adult Social Care North'], ['Mab Starling', 'Children’s Services North'], ['Gil Wagtail', 'Youth Offending Team'],
].map(([name = '', receivingTeam = ''], index) => ({ key: numbered('dayteam', index), username: numbered('dayteam', index), name, organisation: 'council', profession: null, roles: ['receiving-team'], receivingTeam }));

/** The roster, by key; each signs in under it. Crews are pairs in one car; an odd one out is a youth worker, alone. */
export function staffOf(responders = RESPONDERS): SeedStaff[] {
  return [...CONTROL, ...DAY_TEAMS, ...crewsOf(Math.ceil(responders / 2)).flatMap(({ callSign }, pair) =>
    [POLICE[pair % POLICE.length] ?? 'constable', SOCIAL_WORK[pair % SOCIAL_WORK.length] ?? 'social-worker'].flatMap((profession, side) => {
      const alone = 2 * pair + 1 === responders;
      return alone && side === 0 ? [] : [responder(alone ? responders - 1 : 2 * pair + side, alone ? 'youth-worker' : profession, callSign)];
    }))];
}

function responder(index: number, profession: Profession, team: string): SeedStaff {
  const police = profession === 'constable' || profession === 'pcso';
  const name = `${FIRST_NAMES[index % FIRST_NAMES.length]} ${BIRDS[index % BIRDS.length]}`;
  return {
    key: `responder${index + 1}`, username: `responder${index + 1}`, name: `${TITLES[profession]} ${police ? `${profession === 'pcso' ? 7000 + index : 1400 + 7 * index} ` : ''}${name}`,
    organisation: police ? 'police' : profession === 'youth-worker' ? 'provider' : 'council', profession, roles: ['responder'], team,
  };
}

function inSeat(seat: 'control' | 'edt', role: 'coordinator' | 'supervisor' | 'edt', names: readonly string[], organisations: readonly SeedStaff['organisation'][]): SeedStaff[] {
  return names.map((name, index) => ({
    key: numbered(role, index), username: numbered(role, index), name, organisation: organisations[index % organisations.length] ?? 'council', profession: role === 'edt' ? 'social-worker' : null, roles: [role], seat,
  }));
}

/** The first goes without a number: `coordinator`, `coordinator2`. */
function numbered(role: string, index: number): string { return index === 0 ? role : `${role}${index + 1}`; }
