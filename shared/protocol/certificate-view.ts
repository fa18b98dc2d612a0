// A certificate as a duty or a list shows it: what for, and on which days it holds.
import { z } from 'zod';
import { SKILLS } from '../domain/skill.ts';

export const CertificateDays = z.strictObject({ skill: z.enum(SKILLS), from: z.string(), until: z.string().nullable(), endedOn: z.string().nullable() });
