// Says in a sentence what stopped a command; only what nobody expected keeps its trace.
import { z } from 'zod';
import { Refused } from '../database/transaction.ts';
import { codeOf, messageOf } from '../database/what-went-wrong.ts';

const BY_CODE: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer: is it running, and is its address right?',
  ENOTFOUND: 'The database’s address is not known: is DATABASE_URL right?',
  '28P01': 'The database refused the password: is DATABASE_URL right?',
  '28000': 'The database refused the sign-in: is DATABASE_URL right?',
  '3D000': 'There is no database of that name: is DATABASE_URL right?',
  '42501': 'The database does not let this role do that. Migrating, backing up and restoring need the owner’s: MIGRATE_DATABASE_URL.',
};
const BUGS = new Set(['TypeError', 'ReferenceError', 'RangeError', 'AssertionError']);

export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  const known = BY_CODE[String(codeOf(error))];
  if (known !== undefined) return known;
  const path: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'path') : undefined;
  if (codeOf(error) === 'ENOENT' && typeof path === 'string') return `There is no file ${path}.`;
  return error instanceof Error && BUGS.has(error.name) ? error.stack ?? error.message : messageOf(error);
}
