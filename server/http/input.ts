// Strict in: parameters, query and body, each by its own schema; an unknown key is refused with its name.
import type { z } from 'zod';
import type { InputOf, Route } from '../../shared/protocol/route.ts';
import { Refused } from '../database/transaction.ts';
import type { Signed } from './handle.ts';

export function readInput<R extends Route>(route: R, request: Signed): InputOf<R> {
  const parts = [parse(route.params, request.params, 'not-found'), parse(route.query, request.query), parse(route.body, request.body ?? {}, route.may === 'system' ? 'each-field' : 'not-understood')];
  return Object.assign({}, ...parts) as InputOf<R>;
}

function parse(schema: z.ZodType, value: unknown, otherwise: 'not-found' | 'not-understood' | 'each-field' = 'not-understood'): object {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as object;
  if (otherwise === 'not-found') throw new Refused('not-found');
  throw new Refused('not-understood', { ...(otherwise === 'each-field' ? fieldsOf(parsed.error) : {}), problem: problemOf(parsed.error) });
}

const MOST_FIELDS = 100;
/** Whoever mends this is a program's author without a screen: every wrong field at once, by its path. */
const fieldsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.slice(0, MOST_FIELDS).map((issue) => [issue.path.join('.') || 'the whole', issue.message.slice(0, 300)]));

/** Names the fields, never their values: an error is no place for personal data. */
const problemOf = (error: z.ZodError): string =>
  error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message.toLowerCase()}`).join('; ').slice(0, 300);
