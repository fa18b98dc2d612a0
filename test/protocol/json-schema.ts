// Walks over JSON Schema as the wire tests need them: what a well-formed one is, what it refers to, where it lets unknown keys in.
import { z } from 'zod';

export const parametersOf = (path: string): string[] => [...path.matchAll(/[:{](\w+)\}?/g)].flatMap(([, name]) => name ?? []);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object within, itself included, with the way to it. */
export function* objectsIn(value: unknown, at = '#'): Generator<[at: string, object: Record<string, unknown>]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* objectsIn(item, `${at}/${index}`);
  if (!isRecord(value)) return;
  yield [at, value];
  for (const [key, item] of Object.entries(value)) yield* objectsIn(item, `${at}/${key}`);
}

/** Where an object would take keys that it does not name. A record of any keys is meant to. */
export const openObjects = (schema: unknown): string[] =>
  [...objectsIn(schema)].filter(([, object]) => object['type'] === 'object' && isRecord(object['properties']) && object['additionalProperties'] !== false).map(([at]) => at);

export const referencesIn = (document: unknown): string[] => [...objectsIn(document)].map(([, object]) => object['$ref']).filter((ref) => typeof ref === 'string');

/** What a `#/…` pointer points at; undefined where that is nothing. */
export const resolve = (document: unknown, ref: string): unknown =>
  ref.split('/').slice(1).reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);

const count = z.int().min(0);
const Type = z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
/** The part of JSON Schema 2020-12 that our messages use: a keyword outside it is a mistake, or wants a look. */
export const JsonSchema: z.ZodType = z.lazy(() => z.strictObject({
  $ref: z.string().startsWith('#/').optional(), description: z.string().min(1).optional(), default: z.json().optional(),
  type: z.union([Type, z.array(Type).min(2)]).optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(1).optional(), const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  anyOf: z.array(JsonSchema).min(1).optional(), oneOf: z.array(JsonSchema).min(1).optional(), allOf: z.array(JsonSchema).min(1).optional(),
  properties: z.record(z.string(), JsonSchema).optional(), required: z.array(z.string()).optional(), additionalProperties: z.union([z.boolean(), JsonSchema]).optional(), propertyNames: JsonSchema.optional(),
  items: JsonSchema.optional(), minItems: count.optional(), maxItems: count.optional(),
  minLength: count.optional(), maxLength: count.optional(), pattern: z.string().refine(isPattern, 'is no regular expression').optional(), format: z.enum(['uuid', 'date', 'date-time']).optional(), contentMediaType: z.string().optional(),
  minimum: z.number().optional(), maximum: z.number().optional(), exclusiveMinimum: z.number().optional(), exclusiveMaximum: z.number().optional(),
}).refine(({ required = [], properties = {} }) => required.every((key) => key in properties), 'requires a property that it does not have'));

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
