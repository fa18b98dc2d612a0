// A hospital's own system, with a key that nobody has written down, and what it has sent tonight: one call that is being worked, one that has just come.
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { OutsideCall } from '../../shared/protocol/outside-call.ts';
import { ensureOrganisation } from '../identity/account.store.ts';
import { addSystem, keepKey } from '../identity/systems.commands.ts';
import { findSystemNamed } from '../identity/systems.store.ts';
import { actorOfSystem, newSecret } from '../identity/system-key.ts';
import type { Actor } from '../identity/actor.ts';
import { gradeIncident } from '../incidents/commands/grade-incident.ts';
import { takeFrom } from '../outside/commands/take-call.ts';
import type { Hands, Step } from './hands.ts';
import type { Db } from './people.ts';

const SYSTEM = { name: 'Ward system of Royal Heron', door: 'hospital' } as const;

export function outsideCalls(db: Db, actors: Map<string, Actor>, start: Instant): Step[] {
  const made: Step = { minutesAgo: 130, async run(hands) {
    const { systemId } = await hands.as('administrator', addSystem, { ...SYSTEM, organisationId: await ensureOrganisation(db, 'Royal Heron Hospital', 'provider') });
    await hands.as('administrator', (tx, input: { commandId: string; systemId: string }) => keepKey(tx, input, newSecret().digest), { systemId: systemId ?? '' });
    const system = await findSystemNamed(db, SYSTEM.name);
    if (system !== null) actors.set('ward-system', actorOfSystem(system));
  } };
  return [
    made,
    { minutesAgo: 1.6, async run(hands) {
      const incidentId = await sent(db, hands, { reference: 'W7-20411', reportedAt: plusMinutes(start, -19), summary: 'Grandmother admitted at six. The boy she looks after came with her in the ambulance, and nobody has come for him.',
        caller: { name: 'Sister Bramble', agency: 'Royal Heron Hospital', phone: '01632 960 733' }, location: { words: 'Ward 7, Royal Heron Hospital, Lancaster', lat: 54.0424, lon: -2.7995 },
        people: [{ name: 'Teal Hawthorn', isChild: true, approximateAge: 8 }], flags: ['vulnerable-child'], answers: { safeUntilSeen: true } });
      await hands.as('coordinator', gradeIncident, { incidentId, expectedVersion: await hands.versionOf(incidentId), to: 3, rationale: 'The ward keeps him until ten.' });
    } },
    { minutesAgo: 1.2, run: async (hands) => void await sent(db, hands, { reference: 'W2-20417', reportedAt: plusMinutes(start, -3), summary: 'Left the ward before she was seen by the psychiatric liaison nurse. Says she is walking home to Garstang.',
      caller: { name: 'Nurse Plover', agency: 'Royal Heron Hospital', phone: '01632 960 741' }, location: { words: 'Royal Heron Hospital, main entrance, Lancaster', lat: 54.0421, lon: -2.8001 },
      people: [{ name: 'Maple Sandpiper', isChild: false, approximateAge: 34 }], flags: ['mental-health'], answers: { worseTonight: true } }) },
  ];
}

async function sent(db: Db, hands: Hands, said: unknown): Promise<string> {
  const [system, call] = [await findSystemNamed(db, SYSTEM.name), OutsideCall.parse(said)];
  if (system === null) throw new Error('the ward system is missing');
  await hands.as('ward-system', async (tx) => void await takeFrom(tx, system, call), {});
  const [row] = await db.query<{ id: string }[]>('SELECT incident_id AS id FROM outside_call WHERE system_id = $1 AND reference = $2', [system.id, call.reference]);
  return row?.id ?? '';
}
