// What a storm leaves behind, as plain data: all that the rules judge it by.
import type { LoggedEvent } from '../../server/events/logged-event.ts';
import type { StoredFile } from '../../server/incidents/incident.store.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Role } from '../../shared/domain/visibility.ts';
import type { Change, Entity } from '../../shared/protocol/live.ts';

/** Milliseconds of the machine that recorded it. */
export type Ms = number;

/** As the storm found them: the log tells what became of it. */
export interface Known { staffId: Id; accountId: Id; name: string; grants: readonly { id: Id; role: Role; receivingTeamId: Id | null }[] }

export interface Try { at: Ms; answeredAt: Ms; /** Null: nobody answered, or "something went wrong": it may have been done, or not. */ answer: { status: number; body: unknown } | null }
export interface Command { commandId: Id; staffId: Id; route: string; tries: readonly Try[] }

/** What came down one screen's line. `sentAfter` is the earliest at which it may have been sent: a stalled line brings old news late. */
export type Message = { screen: number; at: Ms; sentAfter: Ms } & (
  | { kind: 'live' | 'snapshot'; seq: number; changes: readonly Change[] }
  | { kind: 'positions'; dutyIds: readonly Id[] }
  | { kind: 'heartbeat'; seq: number });

/** What stood on a screen from then on. */
export interface Shown { screen: number; entity: Entity; id: Id; seq: number; version: number | null }

export type Shows = Record<Entity, readonly { id: string }[]>;
export interface Screen {
  id: number; staffId: Id;
  /** Null where the person's session had ended: there is no snapshot to compare with. */
  ended: { shows: Shows; snapshot: Shows; /** Since the healing; null: it never agreed. */ agreedAfterMs: number | null } | null;
}

/** Confirmed to whoever asked for it. `screens`: those that may hear nothing more. */
export interface Revocation { staffId: Id; how: 'signed out' | 'account disabled' | 'grant ended'; at: Ms; screens: readonly number[] }

export interface AlarmKept { id: Id; incidentId: Id; cause: string; dueAt: string; firedAt: string | null; endedAt: string | null; climbAt: string | null }
export interface Fault { at: Ms; kind: string; where: string; ms: number }

export interface History {
  seed: number; startedAt: Ms; healedAt: Ms; endedAt: Ms;
  /** After the healing, how long the servers and the recorder stood ready to run, and the machine was busy with other things. */
  withheldMs: Ms;
  faults: readonly Fault[];
  people: readonly Known[];
  commands: readonly Command[];
  messages: readonly Message[];
  shown: readonly Shown[];
  screens: readonly Screen[];
  revocations: readonly Revocation[];
  /** When each server began to serve, again and again. */
  starts: readonly Ms[];
  log: readonly LoggedEvent[];
  stored: readonly StoredFile[];
  kept: readonly { commandId: Id; status: number }[];
  alarms: readonly AlarmKept[];
  /** What the product's own verification found in the log. */
  verification: readonly { seq: number; problem: string }[];
  /** Servers that ended though nobody killed them, with the last that they said. */
  falls: readonly string[];
}

export interface Finding { rule: string; sentence: string }
export interface Rule { name: string; findings(history: History): string[] }
