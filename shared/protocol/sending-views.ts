// What whoever sends says besides whom; and how that stands, as those see it who may see the incident.
import { z } from 'zod';
import { At, Instant, Line, Text } from './fields.ts';
import { PersonView } from './person-view.ts';

export const SendingTerms = {
  soloBecause: Text.nullable().optional().meta({ description: 'Why one leg goes ahead alone, where another would stay with nobody' }),
  meeting: z.strictObject({ where: Line, meetAt: Instant.nullable() }).nullable().optional().meta({ description: 'Where those sent meet before the door, and when; without a time whoever is first waits' }),
} as const;

export const SoloView = z.strictObject({ id: z.string(), taskId: z.string(), since: At, by: PersonView, reason: z.string(), endedAt: At.nullable() });
export const MeetingView = z.strictObject({
  id: z.string(), taskId: z.string(), where: z.string(), lat: z.number().nullable(), lon: z.number().nullable(), meetAt: At.nullable(), setAt: At, setBy: PersonView, endedAt: At.nullable(),
});

export const SENDING_VIEWS = { solos: z.array(SoloView), meetings: z.array(MeetingView) } as const;
