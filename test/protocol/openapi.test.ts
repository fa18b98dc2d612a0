// The OpenAPI document is one that tools can read: well-formed throughout, every route in it, every reference leading somewhere.
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openApiDocument } from '../../server/http/openapi.ts';
import { REFUSALS } from '../../shared/domain/refusal.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { JsonSchema, parametersOf, referencesIn, resolve } from './json-schema.ts';

const Content = z.record(z.string(), z.strictObject({ schema: JsonSchema }));
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]\w+$/), summary: z.string().min(1), description: z.string().min(1),
  parameters: z.array(z.strictObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: JsonSchema })),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  security: z.array(z.strictObject({ systemKey: z.array(z.never()) })).max(1).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.strictObject({ description: z.string().min(1), content: Content })),
});
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string().min(1), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/api/'), z.partialRecord(z.enum(['get', 'post', 'delete']), Operation)),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      session: z.strictObject({ type: z.literal('apiKey'), in: z.literal('cookie'), name: z.string() }), systemKey: z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: z.string() }),
    }), schemas: z.record(z.string(), JsonSchema),
  }),
});

// As it goes over the wire: what JSON drops is not in it.
const sent: unknown = JSON.parse(JSON.stringify(openApiDocument('x')));
const document = Document.parse(sent);
const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })));

test('is OpenAPI 3.1 of this version', () => expect(document.info.version).toBe('x'));

test('holds every route once, by its method and path, under its own name', () => {
  const expected = [...ROUTES].map(([name, { method, path }]) => `${name} ${method.toLowerCase()} /api${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(operations.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`).toSorted()).toEqual(expected.toSorted());
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
});

test('declares each parameter of a path, and none beside', () => {
  for (const { path, operation } of operations) {
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(parametersOf(path));
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test('refers to nothing that is not there', () => {
  const references = referencesIn(sent);
  expect(references).toContain('#/components/schemas/Problem');
  expect(references.filter((ref) => resolve(sent, ref) === undefined)).toEqual([]);
});

test('names the security scheme that it asks for, and says where none is needed', () => {
  for (const scheme of document.security.flatMap((requirement) => Object.keys(requirement))) expect(document.components.securitySchemes).toHaveProperty(scheme);
  const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ operation }) => operation.operationId);
  expect(open.toSorted()).toEqual([...ROUTES].filter(([, { may }]) => may === 'anyone').map(([name]) => name).toSorted());
  const keyed = operations.filter(({ operation }) => operation.security?.length === 1).map(({ operation }) => operation.operationId);
  expect(keyed.toSorted()).toEqual([...ROUTES].filter(([, { may }]) => may === 'system').map(([name]) => name).toSorted());
});

describe.each([...ROUTES])('%s', (name, route) => {
  const operation = operations.find((one) => one.operation.operationId === name)?.operation;

  test('has a body exactly where it takes one', () => expect(operation?.requestBody !== undefined).toBe(Object.keys(route.body.shape).length > 0));

  test('lists each of its refusals under its status, as problem+json', () => {
    for (const code of route.refusals) {
      const response = operation?.responses[String(REFUSALS[code][0])];
      expect(response?.description).toContain(`${code}: `);
      expect(Object.keys(response?.content ?? {})).toEqual(['application/problem+json']);
    }
  });
});
