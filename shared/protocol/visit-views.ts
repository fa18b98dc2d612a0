// Booked visits, and when it suits a family, as those see them who may see the incident.
import { z } from 'zod';
import { PROFESSIONS } from '../domain/activity.ts';
import { BOOKED_STATES } from '../domain/booked-visit.ts';
import { At } from './fields.ts';
import { PersonView } from './person-view.ts';

export const BookedVisitView = z.strictObject({
  id: z.string(), bookingId: z.string().meta({ description: 'The legs of one visit share it' }), taskId: z.string(), legId: z.string(), staffId: z.string(), name: z.string(), profession: z.enum(PROFESSIONS).nullable(),
  fromAt: At, untilAt: At, isFixed: z.boolean(), proposalId: z.string().nullable(), state: z.enum(BOOKED_STATES), bookedAt: At, bookedBy: PersonView, endedAt: At.nullable(),
});
export type BookedVisitView = z.infer<typeof BookedVisitView>;

export const FamilyWindowView = z.strictObject({
  id: z.string(), taskId: z.string(), fromAt: At.nullable(), untilAt: At.nullable(), isDaily: z.boolean(), firstLegId: z.string().nullable(), leastMinutes: z.int().nullable(), mostMinutes: z.int().nullable(), said: z.string(), saidAt: At, saidBy: PersonView, endedAt: At.nullable(),
});

export const VISIT_VIEWS = { visits: z.array(BookedVisitView), windows: z.array(FamilyWindowView) } as const;
