// The handover's pack, frozen as sent. Packs lie in the database for years: what came later has a default, so that one of an earlier day is still read.
import { z } from 'zod';
import { GradeSchema } from '../domain/policy.ts';
import { DOORS, MISSING_RISKS, VULNERABILITY_FLAGS } from '../domain/incident-words.ts';
import { At } from './fields.ts';

const PackPerson = z.strictObject({
  name: z.string(), age: z.string(), relation: z.string(), seen: z.enum(['seen', 'not seen', 'not visited']),
  /** Who they are to the others who are named. */
  kin: z.array(z.string()).default([]),
  /** Safe contact, what they are to a service, where they are, language: what is most dangerous to miss first. */
  known: z.array(z.strictObject({ text: z.string(), urgent: z.boolean() })).default([]),
  /** Consent to a service and the basis for sharing are two things; null: the pack is older than the fields. */
  consent: z.string().nullable().default(null), sharing: z.string().nullable().default(null),
});

export const HandoverPack = z.strictObject({
  ref: z.string(), frozenAt: At, grade: GradeSchema, reportedAt: At, door: z.enum(DOORS), caller: z.string(), summary: z.string(), location: z.string().nullable(), secretAddress: z.boolean(), district: z.string().nullable(),
  flags: z.array(z.enum(VULNERABILITY_FLAGS)), missingRisk: z.enum(MISSING_RISKS).nullable(),
  people: z.array(PackPerson),
  /** Everybody who was missing, back or not; `confirmed`: found and seen to be well, or no longer ours to find. */
  missing: z.array(z.strictObject({ name: z.string(), standing: z.string(), since: At, confirmed: z.boolean(), lines: z.array(z.string()) })).default([]),
  /** What the caller was told and still waits for. */
  told: z.array(z.strictObject({ what: z.string(), said: z.string(), at: At, dueAt: At.nullable(), inDoubt: z.boolean() })).default([]),
  /** Who leads, in words; null: the pack is older than the field. */
  lead: z.string().nullable().default(null), dispute: z.string().nullable().default(null),
  riskThen: z.string(), riskNow: z.string(), actions: z.array(z.strictObject({ at: At, by: z.string(), what: z.string() })), outstanding: z.array(z.string()), outstandingNote: z.string().nullable(),
  warnings: z.array(z.string()), checks: z.string(), sharingBasis: z.string(), legalPowers: z.string().nullable(), spokenWith: z.string().nullable(),
});
export type HandoverPack = z.infer<typeof HandoverPack>;
