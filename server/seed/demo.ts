// The demo: a staffed county on a Friday at 19:00, seeded through the product's own commands.
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { Clock } from '../clock/clock.ts';
import { wallNow } from '../clock/clock.ts';
import { connect } from '../database/connect.ts';
import type { LogKeys } from '../events/keys.ts';
import { lodgeOvernightNote } from '../handovers/commands/lodge-overnight-note.ts';
import type { Actor } from '../identity/actor.ts';
import { nameOnCall } from '../nights/commands/name-on-call.ts';
import { storeFixes } from '../positions/position.store.ts';
import { ROWS } from '../rooms.ts';
import { bookOff } from '../teams/commands/book-off.ts';
import { handOn } from '../teams/commands/hand-on.ts';
import { bookOn } from '../teams/commands/book-on.ts';
import { formTeam } from '../teams/commands/form-team.ts';
import { nextPolicy } from './next-policy.ts';
import { outsideCalls } from './outside-calls.ts';
import { play, type Hands, type Step } from './hands.ts';
import { seedPeople, seedReceivingTeams, type Db } from './people.ts';
import { AFTERNOON, deskRosters, rosters, sick } from './rosters.ts';
import { PASSWORD, SHIFT_BEGAN_MINUTES, STAFF, TEAMS, type SeedStaff } from './staff.ts';
import { friday } from './stories.ts';

const SHIFT_BEFORE_MINUTES = 32 * 60;
/** Crews of last night go home; those of the afternoon come rested. */
const [CREWS_OFF_MINUTES, AFTERNOON_MINUTES] = [21 * 60, 6.4 * 60];

/** The last Friday, 19:00 in London, that is not after now. */
export function demoStart(now: Instant): Instant {
  const local = new TZDate(Date.parse(now), 'Europe/London');
  for (let back = 0; ; back += 1) {
    const day = addDays(local, -back);
    const at = instantOf(new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), 19, 0, 0, 0, 'Europe/London').getTime());
    if (day.getDay() === 5 && at <= now) return at;
  }
}

export async function seedDemo({ databaseUrl, keys, clock }: { databaseUrl: string; keys: LogKeys; clock: Clock }): Promise<void> {
  const db = await connect(databaseUrl, ROWS);
  try {
    const start = clock.now();
    const receivingTeams = await seedReceivingTeams(db);
    const actors = await seedPeople(db, STAFF, start, receivingTeams);
    await play(db, clock, keys, actors, [deskRosters(start, SHIFT_BEGAN_MINUTES), ...duties(actors), rosters(start, SHIFT_BEFORE_MINUTES + 3), sick(start), onCall(start), ...friday(start, receivingTeams), lodgeNote(start, receivingTeams), nextPolicy(start), ...outsideCalls(db, actors, start)]);
    await seedPositions(db, actors, start);
  } finally {
    await db.destroy();
  }
}

/** Two of three: the night lacks somebody, and control is told so. */
const onCall = (start: Instant): Step => ({ minutesAgo: SHIFT_BEGAN_MINUTES - 5, async run(hands) {
  const night = dutyNightOf(start);
  await hands.as('coordinator', nameOnCall, { night, post: 'social-work-manager', name: 'Hazel Wren', phone: '01632 960 556' });
  await hands.as('coordinator', nameOnCall, { night, post: 'police-supervisor', name: 'Inspector Rook', phone: '07700 900 123' });
} });

const OF_TONIGHT = new Set(['coordinator', 'supervisor', 'edt']);
const OF_BEFORE = [['coordinator2', 'coordinator'], ['edt2', 'edt']] as const;

/** Two shifts: the one before hands on what it holds by name and ends its duty; crews have gone home and come again, rested. */
function duties(actors: Map<string, Actor>): Step[] {
  const teamIds = new Map<string, string>();
  const on = async (hands: Hands, person: SeedStaff): Promise<void> => {
    const seat = person.seat ?? 'responder';
    const teamId = person.team === undefined ? null : teamIds.get(person.team) ?? null;
    const { dutyId } = await hands.as(person.key, bookOn, { seat, teamId });
    actors.set(person.key, { ...hands.actor(person.key), dutyId: dutyId ?? null, teamId, seat });
  };
  const off = async (hands: Hands, key: string): Promise<void> => {
    await hands.as(key, bookOff, { dutyId: hands.actor(key).dutyId ?? '' });
    actors.set(key, { ...hands.actor(key), dutyId: null, teamId: null, seat: null });
  };
  const working = STAFF.filter((person) => person.team !== undefined || person.seat !== undefined);
  const crews = working.filter((person) => person.team !== undefined);
  const formTeams: Step = { minutesAgo: SHIFT_BEFORE_MINUTES + 2, async run(hands) {
    for (const { callSign, vehicle, districtCodes } of TEAMS) teamIds.set(callSign, (await hands.as('coordinator', formTeam, { callSign, vehicle, districtCodes })).teamId ?? '');
  } };
  const shiftBefore: Step = { minutesAgo: SHIFT_BEFORE_MINUTES, async run(hands) {
    for (const person of working) if (!OF_TONIGHT.has(person.key)) await on(hands, person);
  } };
  const tonight: Step = { minutesAgo: SHIFT_BEGAN_MINUTES, async run(hands) {
    for (const person of working) if (OF_TONIGHT.has(person.key)) await on(hands, person);
    for (const [before, after] of OF_BEFORE) {
      await hands.as(before, handOn, { dutyId: hands.actor(before).dutyId ?? '', toStaffId: hands.actor(after).staffId });
      await off(hands, before);
    }
    for (const person of crews) if (person.team !== AFTERNOON) await on(hands, person);
  } };
  const crewsOff: Step = { minutesAgo: CREWS_OFF_MINUTES, async run(hands) { for (const { key } of crews) await off(hands, key); } };
  const afternoon: Step = { minutesAgo: AFTERNOON_MINUTES, async run(hands) { for (const person of crews) if (person.team === AFTERNOON) await on(hands, person); } };
  return [formTeams, shiftBefore, crewsOff, afternoon, tonight];
}

const lodgeNote = (start: Instant, receivingTeams: Map<string, string>): Step => ({
  minutesAgo: 150,
  run: async (hands) => {
    await hands.as('dayteam', lodgeOvernightNote, {
      receivingTeamId: receivingTeams.get('Children’s Services East') ?? '', about: 'Rowan Elm', place: 'Stoneyholme, Burnley', phone: null,
      body: 'Known to us. Mother works nights on Fridays; grandmother usually sits with the children and is in hospital this week.',
      plan: 'If anybody rings: the aunt (number on file with EDT) has agreed to come at any hour. Two adults known to the children, please.', expiresAt: plusMinutes(start, 14 * 60),
    });
  },
});

async function seedPositions(db: Db, actors: Map<string, Actor>, start: Instant): Promise<void> {
  const fixes = STAFF.flatMap((person) => {
    const [team, actor] = [TEAMS.find(({ callSign }) => callSign === person.team), actors.get(person.key)];
    if (team === undefined || actor === undefined || actor.dutyId === null) return [];
    return [{ dutyId: actor.dutyId, staffId: actor.staffId, teamId: actor.teamId, ...team.at, accuracyM: 12, at: plusMinutes(start, -team.positionMinutesOld) }];
  });
  await storeFixes(db, fixes, fixes, wallNow());
}

const SHOWN: readonly [username: string, what: string, path: string][] = [
  ['coordinator', 'duty coordinator: the console', '/console'], ['supervisor', 'supervisor: the console, second person', '/console'], ['responder1', 'constable of B2: the tablet', '/tablet'],
  ['responder2', 'social worker of B2: the tablet', '/tablet'], ['edt', 'Emergency Duty Team: the desk', '/desk'], ['dayteam', 'Children’s Services East: the desk', '/desk'],
  ['administrator', 'accounts', '/admin'], ['auditor', 'both logs', '/audit'], ['analyst', 'figures', '/figures'],
];

export const describeDemo = (address: string): string => [
  '', `Nightjar, rehearsal. Open ${address}`, '', `Every password is ${PASSWORD}`,
  ...SHOWN.map(([username, what, path]) => `  ${username.padEnd(15)}${what.padEnd(42)}${address}${path}`), '', 'Nothing here is real. Ctrl-C stops it; the next start finds it as it was left.', '',
].join('\n');
