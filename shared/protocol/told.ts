// What the caller was told, as every form sends it.
import { z } from 'zod';
import { PROMISE_KINDS } from '../domain/promise.ts';
import { Instant, Text } from './fields.ts';

export const Told = z.strictObject({
  kind: z.enum(PROMISE_KINDS), said: Text,
  dueAt: Instant.optional().meta({ description: 'By when. A call back: within the policy’s minutes, unless it is said; a visit: by the incident’s own deadline' }),
});
