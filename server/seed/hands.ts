// Hands that do what people do, through the same commands, at the moments the story says: the demo's log is a real log.
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock/clock.ts';
import { runCommand } from '../database/run-command.ts';
import { newId, type Tx } from '../database/transaction.ts';
import type { LogKeys } from '../events/keys.ts';
import type { Actor } from '../identity/actor.ts';
import { onShift } from './staff.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';

export interface Step { minutesAgo: number; run(hands: Hands): Promise<void> }
export type Command<I> = (tx: Tx, input: I) => Promise<Record<string, string> | void>;

export interface Hands {
  /** Runs a command as this person, now in the story; answers the ids it made. */
  as<I extends { commandId: string }>(who: string, command: Command<I>, input: NoInfer<Omit<I, 'commandId'>>): Promise<Record<string, string>>;
  actor(who: string): Actor;
  versionOf(incidentId: string): Promise<number>;
  query: DataSource['query'];
}

/** Plays the steps in the order of their moments, each under a clock that stands at its moment. */
export async function play(db: DataSource, clock: Clock, keys: LogKeys, actors: Map<string, Actor>, steps: readonly Step[]): Promise<void> {
  const start = clock.now();
  for (const step of steps.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) {
    const moment: Clock = { kind: clock.kind, speed: clock.speed, now: () => plusMinutes(start, -step.minutesAgo) };
    const actor = (who: string): Actor => {
      const found = actors.get(onShift(who, step.minutesAgo));
      if (found === undefined) throw new Error(`nobody is called ${who}`);
      return found;
    };
    await step.run({
      actor,
      query: db.query.bind(db),
      async as<I extends { commandId: string }>(who: string, command: Command<I>, input: Omit<I, 'commandId'>) {
        const body = { ...input, commandId: newId() } as I;
        const kept = await runCommand({ db, clock: moment, keys, committed: () => undefined }, actor(who), { commandId: body.commandId, route: 'seed', input: body }, (tx) => command(tx, body));
        return kept.answer ?? {};
      },
      async versionOf(incidentId) {
        const [row] = await db.query<{ version: number }[]>('SELECT version FROM incident WHERE id = $1', [incidentId]);
        return row?.version ?? 0;
      },
    });
  }
}
