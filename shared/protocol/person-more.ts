// What may be known of a person beyond name and age. All of it may be unknown, and nothing of it is needed to save a call.
import { z } from 'zod';
import { Instant, Line, Text } from './fields.ts';

export const WHEREABOUTS = ['at-address', 'elsewhere', 'missing', 'not-known'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

export const CHILD_STATUSES = ['child-protection', 'child-in-need', 'looked-after'] as const;
export type ChildStatus = (typeof CHILD_STATUSES)[number];
export const CHILD_STATUS_NAMES = { 'child-protection': 'Child protection plan', 'child-in-need': 'Child in need', 'looked-after': 'Looked after' } as const satisfies Record<ChildStatus, string>;

export const INTERPRETERS = ['not-needed', 'needed', 'bsl-needed', 'used'] as const;
export const INTERPRETER_NAMES = {
  'not-needed': 'no interpreter needed', needed: 'interpreter needed', 'bsl-needed': 'British Sign Language interpreter needed', used: 'interpreter used',
} as const satisfies Record<(typeof INTERPRETERS)[number], string>;

export const CONSENT_DECISIONS = ['given', 'refused', 'withdrawn'] as const;
export const CONSENT_GIVERS = ['self', 'parental-responsibility', 'gillick', 'attorney'] as const;
export const CONSENT_GIVER_NAMES = {
  self: 'themselves', 'parental-responsibility': 'somebody with parental responsibility', gillick: 'themselves, a child competent to (Gillick)', attorney: 'an attorney or deputy',
} as const satisfies Record<(typeof CONSENT_GIVERS)[number], string>;

/** The lawful basis for sharing what is known: never the same field as consent to a service (docs/practice.md, Consent). */
export const SHARING_BASES = ['consent', 'legal-obligation', 'vital-interests', 'public-task'] as const;
export const SHARING_BASIS_NAMES = {
  consent: 'consent to sharing', 'legal-obligation': 'a legal obligation', 'vital-interests': 'vital interests: to protect a life', 'public-task': 'a public task: safeguarding',
} as const satisfies Record<(typeof SHARING_BASES)[number], string>;

const storableMonth = z.string().regex(/^(1[89]|2\d)\d\d-(0[1-9]|1[0-2])$/, 'is not a month: 2027-03');

export const PersonMore = z.strictObject({
  aliases: z.array(Line).max(10),
  description: Text.nullable().meta({ description: 'What they look like, where there is no name' }),
  expectedMonth: storableMonth.nullable().meta({ description: 'Of somebody unborn: 2027-03' }),
  whereabouts: z.enum(WHEREABOUTS).nullable(),
  whereaboutsWords: Line.nullable(),
  statuses: z.array(z.strictObject({
    kind: z.enum(CHILD_STATUSES), saidBy: Line.nullable(), saidAt: Instant.nullable(), authority: Line.nullable().meta({ description: 'Another authority, whose child it is' }),
  })).max(CHILD_STATUSES.length),
  contact: z.strictObject({
    ring: z.boolean().nullable(), text: z.boolean().nullable(), message: z.boolean().nullable(), hours: Line.nullable(), answeredBy: Line.nullable(),
  }).nullable().meta({ description: 'What is safe: a letter or a message can inform an abuser' }),
  language: Line.nullable(),
  interpreter: z.enum(INTERPRETERS).nullable(),
  interpreterName: Line.nullable().meta({ description: 'Never a child' }),
  consent: z.strictObject({
    decision: z.enum(CONSENT_DECISIONS), by: z.enum(CONSENT_GIVERS).nullable(), name: Line.nullable(), scope: Line.nullable(),
    capacity: Line.nullable().meta({ description: 'Where capacity is doubted: what was found' }), at: Instant.nullable(),
  }).nullable().meta({ description: 'To a service' }),
  sharing: z.strictObject({ basis: z.enum(SHARING_BASES), why: Line.nullable(), at: Instant.nullable() }).nullable().meta({ description: 'The lawful basis for sharing' }),
});
export type PersonMore = z.infer<typeof PersonMore>;

export const NOTHING_MORE: PersonMore = {
  aliases: [], description: null, expectedMonth: null, whereabouts: null, whereaboutsWords: null, statuses: [], contact: null, language: null, interpreter: null, interpreterName: null, consent: null, sharing: null,
};
