// What whoever sends says besides whom; and how that stands, as those see it who may see the incident.
import { z } from 'zod';
import { RESERVATION_ENDS } from '../domain/reservation.ts';
import { At, Instant, Line, Text } from './fields.ts';
import { PersonView } from './person-view.ts';

const Meeting = z.strictObject({ where: Line, meetAt: Instant.nullable() });

export const SendingTerms = {
  soloBecause: Text.nullable().optional().meta({ description: 'Why one leg goes ahead alone, where another would stay with nobody' }),
  meeting: Meeting.nullable().optional().meta({ description: 'Where those sent meet before the door, and when; without a time whoever is first waits' }),
} as const;
/** Said again after they were sent. */
export const MeetingTerms = { meeting: Meeting.nullable().meta({ description: 'Where those who go meet before the door, and when; null: they go straight to it' }) } as const;

export const SoloView = z.strictObject({ id: z.string(), taskId: z.string(), since: At, by: PersonView, reason: z.string(), endedAt: At.nullable() });
export const MeetingView = z.strictObject({
  id: z.string(), taskId: z.string(), where: z.string(), lat: z.number().nullable(), lon: z.number().nullable(), meetAt: At.nullable(), setAt: At, setBy: PersonView, endedAt: At.nullable(),
});

/** Told to the desks alone: whoever is held does not hear of it, nor does their crew. */
export const ReservationView = z.strictObject({
  id: z.string(), taskId: z.string(), legId: z.string(), staffId: z.string(), dutyId: z.string(), name: z.string(), heldBy: PersonView, heldAt: At, untilAt: At, endedAs: z.enum(RESERVATION_ENDS).nullable(), endedAt: At.nullable(),
});
export type ReservationView = z.infer<typeof ReservationView>;

/** Of one assignment, by its id: which of the warnings they have read. */
export const WarningReadView = z.strictObject({ id: z.string(), warningIds: z.array(z.string()), readAt: At });

export const SENDING_VIEWS = { warningReads: z.array(WarningReadView), solos: z.array(SoloView), meetings: z.array(MeetingView), reservations: z.array(ReservationView) } as const;
