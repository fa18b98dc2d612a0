// After every change to an incident, in its transaction: the rows of its alarms are what its file asks for.
import { alarmKey, alarmsOf, type DueAlarm } from '../../shared/domain/alarm.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';
import { policyOf } from '../incidents/policy.store.ts';
import { saveAlarms } from './alarm.store.ts';

/** One statement, and none where the change asks for nothing else than before. */
export async function keepAlarms(tx: Tx, before: IncidentFile | null, after: IncidentFile): Promise<void> {
  const wanted = await wantedAlarms(tx, after);
  if (before !== null && areSame(keysOf(await wantedAlarms(tx, before)), keysOf(wanted))) return;
  await keepWanted(tx, after, wanted);
}

/** By the policy that the grade rests on. */
export const wantedAlarms = async (db: Queryable, file: IncidentFile): Promise<DueAlarm[]> => alarmsOf(file, await alarmPolicy(db, file));
export const alarmPolicy = async (db: Queryable, { incident }: Pick<IncidentFile, 'incident'>): Promise<Policy> => (await policyOf(db, incident.gradePolicyId)).body;

export async function keepWanted(tx: Tx, file: IncidentFile, wanted: readonly DueAlarm[]): Promise<void> {
  const { clocks } = await alarmPolicy(tx, file);
  await saveAlarms(tx, file.incident.id, wanted, plusMinutes(tx.now, clocks.climbToSupervisor));
}

export const keysOf = (alarms: readonly DueAlarm[]): string[] => alarms.map(alarmKey);
export const areSame = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((key) => others.includes(key));
