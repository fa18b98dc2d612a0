// What is shown of checks: whom there is to ask, and every question with what became of it.
import { z } from 'zod';
import { CHECK_FAILURES, CHECK_RESULTS, CHECK_STATES, CHECK_WAYS } from '../domain/check.ts';
import { At } from './fields.ts';

const Person = z.strictObject({ staffId: z.string(), name: z.string() });

export const CheckView = z.strictObject({
  id: z.string(), personId: z.string().nullable(), locationId: z.string().nullable(), source: z.string(), way: z.enum(CHECK_WAYS), state: z.enum(CHECK_STATES), askedAt: At, askedBy: Person,
  answerBy: At.nullable(), endedAt: At.nullable(), endedBy: Person.nullable(), result: z.enum(CHECK_RESULTS).nullable(), answerer: z.string().nullable(), words: z.string().nullable(),
  failure: z.enum(CHECK_FAILURES).nullable(),
});
export type CheckView = z.infer<typeof CheckView>;

export const ChecksView = z.strictObject({
  sources: z.array(z.strictObject({ code: z.string(), name: z.string(), way: z.enum(CHECK_WAYS), phone: z.string().nullable() })),
  /** Of the address as it is written now: a check of an earlier one is not a check of this. */
  locationId: z.string().nullable(),
  /** Of these people no name is known, so no system can be asked about them. */
  unnamedIds: z.array(z.string()),
  items: z.array(CheckView),
});
export type ChecksView = z.infer<typeof ChecksView>;
