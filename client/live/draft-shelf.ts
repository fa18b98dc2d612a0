// What was typed of a call and has not reached the server, on this device: for the account that typed it, and until the server has it.
import { z } from 'zod';
import { DRAFT_FORMS } from '../../shared/domain/call-draft.ts';
import { DOORS } from '../../shared/domain/incident-words.ts';

const Fields = z.object({ door: z.enum(DOORS).nullable(), words: z.string(), body: z.string() });
const Shelved = z.object({ form: z.enum(DRAFT_FORMS), version: z.int(), pending: z.object({ afterVersion: z.int(), fields: Fields }).nullable(), fields: Fields });
export type Shelved = z.infer<typeof Shelved>;

export interface DraftShelf {
  keep(id: string, shelved: Shelved): void;
  forget(id: string): void;
  all(): { id: string; shelved: Shelved }[];
}

const PREFIX = 'nightjar.call.';

/** A browser without storage keeps it until the page is left. */
export function draftShelf(accountId: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>): DraftShelf {
  const prefix = `${PREFIX}${accountId}.`;
  const quietly = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    keep: (id, shelved) => quietly(() => storage.setItem(prefix + id, JSON.stringify(shelved)), undefined),
    forget: (id) => quietly(() => storage.removeItem(prefix + id), undefined),
    all: () => quietly(() => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix)).flatMap((key) => {
      const shelved = Shelved.safeParse(quietly(() => JSON.parse(storage.getItem(key) ?? 'null'), null)).data;
      return shelved === undefined ? [] : [{ id: key.slice(prefix.length), shelved }];
    }), []),
  };
}
