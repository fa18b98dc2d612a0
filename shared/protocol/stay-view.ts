// A crew at a door, as those see it who may see the incident.
import { z } from 'zod';
import { At } from './fields.ts';
import { PersonView } from './person-view.ts';

export const StayView = z.strictObject({
  id: z.string().meta({ description: 'The assignment whose stay it is; it runs while they are there' }), leaveBy: At, everyMinutes: z.int(), checkInBy: At,
  partnerAfterMinutes: z.int(), controlAfterMinutes: z.int(), checkedInAt: At.nullable(), checkedInBy: PersonView.nullable(),
});
export type StayView = z.infer<typeof StayView>;
