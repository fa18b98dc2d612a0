// What another system says of one call, strictly: the same over HTTP and from a line of a file.
import { z } from 'zod';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from '../domain/incident-words.ts';
import { Answers, NO_ANSWERS } from '../domain/policy.ts';
import { readWhere } from '../domain/where-text.ts';
import { Day, Instant, Lat, Line, Lon, Text } from './fields.ts';

/** The sender's own, unique among what it sends. It stands in addresses and reports, so it must name nobody. */
export const CallReference = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ._:/#-]{0,98}[A-Za-z0-9])?$/, 'must be 1 to 100 letters, figures, spaces or . _ : / # - between them')
  .meta({ description: 'Unique among the calls of one system. No names in it: it stands in addresses.' });

/** What is sent as null, and what is not sent at all, is one: not known. */
const maybe = <T extends z.ZodType>(field: T) => field.nullish().transform((value) => value ?? null);

const Postcode = z.string().trim().refine((text) => readWhere(text).as === 'postcode', 'must be a whole postcode');
const GridReference = z.string().trim().refine((text) => readWhere(text).as === 'grid-reference', 'must be a National Grid reference, such as SD 53912 29438');

export const OutsideLocation = z.strictObject({
  words: maybe(Line).meta({ description: 'The address or place as the caller said it' }), postcode: maybe(Postcode), gridReference: maybe(GridReference), lat: maybe(Lat), lon: maybe(Lon),
  secret: z.boolean().default(false).meta({ description: 'An address that must stay secret' }),
}).refine(({ lat, lon }) => (lat === null) === (lon === null), 'needs both latitude and longitude, or neither')
  .refine(({ words, postcode, gridReference, lat }) => words !== null || postcode !== null || gridReference !== null || lat !== null, 'says nothing of where: leave it out, or say one of them');
export type OutsideLocation = z.infer<typeof OutsideLocation>;

export const OutsidePerson = z.strictObject({
  name: maybe(Line), isChild: z.boolean(), relation: Line.default('person concerned'), bornOn: maybe(Day),
  approximateAge: maybe(z.int().min(-1).max(120)).meta({ description: '-1: unborn' }),
});

const OutsideAnswers = Answers.partial().transform((given) => Answers.parse({ ...NO_ANSWERS, ...given }));

export const OUTSIDE_CALL = {
  reference: CallReference,
  reportedAt: Instant.meta({ description: 'When it was reported to the sender; the clock runs from it' }),
  summary: Text,
  caller: z.strictObject({ name: maybe(Line), agency: maybe(Line), phone: maybe(Line) }).default({ name: null, agency: null, phone: null }),
  location: maybe(OutsideLocation),
  people: z.array(OutsidePerson).max(20).default([]),
  flags: z.array(z.enum(VULNERABILITY_FLAGS)).max(VULNERABILITY_FLAGS.length).default([]).transform((flags) => [...new Set(flags)].toSorted()),
  missingRisk: maybe(z.enum(MISSING_RISKS)).meta({ description: 'Only where somebody is missing' }),
  answers: OutsideAnswers.default(NO_ANSWERS).meta({ description: 'THRIVE in the caller’s terms; null or left out: not asked, or not known' }),
};
export const OutsideCall = z.strictObject(OUTSIDE_CALL);
export type OutsideCall = z.infer<typeof OutsideCall>;
