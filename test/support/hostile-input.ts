// For any route: one input that it takes, made from its schema, and what a careless or hostile sender might make of that.
import { z } from 'zod';
import type { Route } from '../../shared/protocol/route.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Schema { type?: string | string[]; enum?: Json[]; const?: Json; format?: string; pattern?: string; minimum?: number; minLength?: number; minItems?: number; anyOf?: Schema[]; oneOf?: Schema[]; items?: Schema; properties?: Record<string, Schema>; required?: string[] }

const MATCHING = ['someone', 'E07000117', '09:00', '2027-03'];
/** What no pattern says. */
const NAMED: Known = { postcode: 'PR1 2HE', gridReference: 'SD 53912 29438' };
const MOST_ALTERNATIVES = 11;
const LATER = '2026-12-24T08:00:00Z';

/** Ids by the names of their fields; an unknown name gets one that is not there. */
export type Known = Readonly<Record<string, string>>;
export const idFor = (known: Known, key: string): string => known[key] ?? known[key.replace(/s$/, '')] ?? crypto.randomUUID();

/** `choice` counts through the alternatives: 0 takes the first of each. */
function sample(schema: Schema, key: string, known: Known, choice: number): Json {
  const alternatives = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null');
  if (alternatives !== undefined) return sample(alternatives[choice % alternatives.length] ?? {}, key, known, choice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[choice % schema.enum.length] ?? null;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sample(field, name, known, choice)]));
    case 'array': return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}, key, known, choice));
    case 'boolean': return false;
    case 'null': return null;
    case 'integer': case 'number': return Math.max(0, schema.minimum ?? 0);
    default: return schema.format === 'uuid' ? idFor(known, key) : schema.format === 'date-time' ? LATER : schema.format === 'date' ? LATER.slice(0, 10)
      : NAMED[key] ?? MATCHING.find((text) => schema.pattern !== undefined && new RegExp(schema.pattern).test(text)) ?? 'A few words';
  }
}

/** Every field filled in, optional ones too; the command's own number fresh. */
export function sampleBody(route: Route, known: Known, choice = 0): Record<string, Json> {
  const { $schema: _, ...schema } = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' });
  const body = sample(schema as Schema, '', { ...known, commandId: crypto.randomUUID() }, choice);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } as Record<string, Json> : {};
}

/** One of each alternative that a field has. */
export const sampleBodies = (route: Route, known: Known): Record<string, Json>[] => Array.from({ length: MOST_ALTERNATIVES }, (_, choice) => sampleBody(route, known, choice));

let nested: Json = 'deep';
for (let depth = 0; depth < 500; depth += 1) nested = [nested];

/** Whatever may stand where something else should. */
export const ODD_VALUES: readonly Json[] = [
  null, true, -1, 1.5, 2 ** 53 - 1, 2 ** 53, 1e21, '', '  ', 'x'.repeat(5_000), 'NUL\0', '\ud800 alone', 'low \udfff', '\u202etxet\u202c', '👮🏽‍♀️ e\u0301 ﷽', [], {}, [[]], [null], nested,
  '2026-02-30', '2026-02-30T00:00:00Z', '0000-01-01', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-14:00', '+275760-09-13T00:00:00Z', '2026-11-22T25:00:00Z', 'NaN',
  '00000000-0000-0000-0000-000000000000', "'; DROP TABLE event; --", '../../etc/passwd', '<script>alert(1)</script>', { constructor: { prototype: { polluted: true } } }, { $ne: null },
];

/** As text, because "__proto__" and a number too large for JSON survive in no object. */
export const withKey = (body: object, key: string, value: string): string => `${JSON.stringify(body).replace(/\}$/, Object.keys(body).length === 0 ? '' : ',')}"${key}":${value}}`;

/** The body with one thing changed: every field left out, every field and item replaced by each odd value, at every depth. */
export function* mutations(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const changed of replaced(item)) yield value.with(index, changed);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      for (const changed of replaced(field)) yield { ...value, [key]: changed };
    }
    yield { ...value, unknownKey: 1 };
  }
}

function* replaced(value: Json): Generator<Json> {
  yield* ODD_VALUES;
  yield* mutations(value);
}
