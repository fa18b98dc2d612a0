// The debrief of a night: for control with the incidents that waited longest, for the analyst counts alone, and the lines as a file.
import { z } from 'zod';
import { WAIT_PART_CODES } from '../domain/debrief-waits.ts';
import { DOORS, ENDINGS } from '../domain/incident-words.ts';
import { At, Instant } from './fields.ts';
import { GradeSchema } from '../domain/policy.ts';
import { route } from './route.ts';

const Count = z.int().nullable().meta({ description: 'Null: fewer than 5, or to be worked out from one that is; withheld' });
const Share = z.number().nullable();
const Minutes = z.number().nullable();
const TargetGradeSchema = z.literal([2, 3]);

export const LongWaitView = z.strictObject({
  ref: z.string(), id: z.string(), grade: TargetGradeSchema, district: z.string().nullable(), reportedAt: At, minutes: z.number(), outcome: z.enum(['attended', 'still-waiting', 'ended-unattended']),
  ending: z.enum(ENDINGS).nullable(), shareOfTarget: z.number(), parts: z.array(z.strictObject({ part: z.enum(WAIT_PART_CODES), minutes: z.number() })), otherLegMinutes: Minutes, why: z.string(),
});
export type LongWaitView = z.infer<typeof LongWaitView>;

export const DebriefView = z.strictObject({
  rehearsal: z.boolean(),
  withheld: z.boolean().meta({ description: 'Small counts are withheld, and single incidents not shown' }),
  from: At, until: At, asAt: At, calls: Count, missing: Count, duplicates: Count,
  byGrade: z.array(z.strictObject({ grade: GradeSchema, calls: Count })),
  byHour: z.array(z.strictObject({ hour: z.int(), calls: Count, expected: z.number() })),
  byDistrict: z.array(z.strictObject({ district: z.string(), calls: Count, foundingShare: Share })),
  byDoor: z.array(z.strictObject({ door: z.enum(DOORS), calls: Count })),
  targets: z.array(z.strictObject({ grade: TargetGradeSchema, targetMinutes: z.number(), calls: Count, due: Count, met: Count, shareMet: Share, stillRunning: Count, endedUnattended: Count })),
  arrivals: z.array(z.strictObject({ grade: TargetGradeSchema, which: z.enum(['first', 'joint']), arrived: Count, medianMinutes: Minutes, ninetiethMinutes: Minutes, spread: z.array(z.strictObject({ withinMinutes: Minutes, arrived: Count })) })),
  endings: z.array(z.strictObject({ ending: z.enum(ENDINGS), attended: Count, unattended: Count })),
  notTaken: z.array(z.strictObject({ code: z.string(), calls: Count })),
  waits: z.array(LongWaitView),
  alarms: z.strictObject({ fired: Count, controlHours: z.number(), perHour: z.number().nullable() }).meta({ description: 'Alarms fired, hours of duty in control, and the one by the other' }),
  founding: z.array(z.strictObject({ figure: z.string(), unit: z.enum(['calls', 'share']), of: Count, founding: z.number(), ours: Share, low: z.number(), high: z.number(), within: z.boolean().nullable() })),
});
export type DebriefView = z.infer<typeof DebriefView>;

const Stretch = {
  from: Instant.optional().meta({ description: 'Where nothing is said: the start of the rehearsal, or noon before tonight' }),
  until: Instant.optional().meta({ description: 'Where nothing is said, or it is still to come: now' }),
};

export const readDebrief = route('GET', '/debrief', {
  summary: 'The debrief of a night: calls, targets, arrivals, what waited longest', may: ['coordinator', 'supervisor', 'analyst'], query: Stretch, out: DebriefView, refusals: ['stretch-impossible'],
});
export const exportDebrief = route('GET', '/debrief.csv', {
  summary: 'The incidents of a debrief as a file, one a line', may: ['coordinator', 'supervisor'], query: Stretch, out: z.string().meta({ contentMediaType: 'text/csv' }), refusals: ['stretch-impossible'],
});
