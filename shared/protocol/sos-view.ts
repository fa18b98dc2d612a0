// An SOS as control, the EDT desk and their own crew see it.
import { z } from 'zod';
import { ALARM_STAGES, CLIMBED_BECAUSE } from '../domain/standing-alarm.ts';
import { At } from './fields.ts';
import { PersonView } from './person-view.ts';

export const SosView = z.strictObject({
  id: z.string(), staffId: z.string(), name: z.string(), dutyId: z.string(), teamId: z.string().nullable(), callSign: z.string().nullable(),
  pressedAt: At, heardAt: At.meta({ description: 'When it reached the server: without signal long after it was pressed' }),
  incidentId: z.string().nullable().meta({ description: 'The visit that they were on, where the viewer may see it' }), ref: z.string().nullable(),
  where: z.strictObject({ lat: z.number(), lon: z.number(), accuracyM: z.number().nullable(), at: At }).nullable().meta({ description: 'Where they were when it was pressed, as far as it was known; for control and their own crew' }),
  stage: z.enum(ALARM_STAGES), cameAt: At.nullable(), because: z.enum(CLIMBED_BECAUSE).nullable(), hadBy: PersonView.nullable(), hadAt: At.nullable(),
});
export type SosView = z.infer<typeof SosView>;
