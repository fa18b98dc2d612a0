// A source whose system does not answer, as control and the EDT desk see it: since when, and whom to ring.
import { z } from 'zod';
import { At, Id } from './fields.ts';

export const SilentSourceView = z.strictObject({ id: Id, code: z.string(), name: z.string(), phone: z.string().nullable(), since: At });
export type SilentSourceView = z.infer<typeof SilentSourceView>;
