// Where commands wait on this device until the server has answered them: IndexedDB, which outlives a reload and a flat battery.
import { openDB } from 'idb';
import type { DBSchema } from 'idb';
import type { Instant } from '../../shared/domain/instant.ts';

export interface KeptCommand {
  commandId: string;
  accountId: string;
  /** What was pressed first goes first. */
  order: number;
  /** The route's name in shared/protocol. */
  name: string;
  body: Record<string, unknown>;
  /** When it was pressed, by the deployment's clock as far as it was known. */
  at: Instant;
  /** Why the server will not take it; null while it is still to be sent. */
  sentence: string | null;
}

export interface Shelf {
  all: () => Promise<KeptCommand[]>;
  put: (command: KeptCommand) => Promise<unknown>;
  remove: (commandId: string) => Promise<unknown>;
}

interface Schema extends DBSchema { commands: { key: string; value: KeptCommand } }

export function openShelf(): Shelf {
  const opened = openDB<Schema>('nightjar.outbox', 1, { upgrade: (db) => { db.createObjectStore('commands', { keyPath: 'commandId' }); } });
  // Each use meets the failure itself, and says what follows from it.
  opened.catch(() => null);
  return {
    all: async () => (await opened).getAll('commands'),
    put: async (command) => (await opened).put('commands', command),
    remove: async (commandId) => (await opened).delete('commands', commandId),
  };
}
