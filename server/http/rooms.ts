// What every handler may use: the database, the clock, and the one way to run a command.
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { Id } from '../../shared/protocol/fields.ts';
import type { Route } from '../../shared/protocol/route.ts';
import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config.ts';
import { runCommand, type Kept } from '../database/run-command.ts';
import type { Tx } from '../database/transaction.ts';
import type { LogKeys } from '../events/keys.ts';
import type { Actor } from '../identity/actor.ts';
import type { SessionLimits } from '../identity/session.store.ts';

const CommandBody = z.object({ commandId: Id });

export class Rooms {
  constructor(
    readonly db: DataSource, readonly clock: Clock, readonly keys: LogKeys, readonly config: Config, readonly committed: () => void,
  ) {}

  command<T>(actor: Actor, route: Pick<Route, 'method' | 'path'>, input: unknown, work: (tx: Tx) => Promise<T>): Promise<Kept<T>> {
    return runCommand(this, actor, { commandId: CommandBody.parse(input).commandId, route: `${route.method} ${route.path}`, input }, work);
  }

  get sessionLimits(): SessionLimits { return { idleMinutes: this.config.SESSION_IDLE_MINUTES, hours: this.config.SESSION_HOURS }; }
}
