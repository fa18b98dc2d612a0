// OpenAPI 3.1 from the same schemas that validate, and a page to read it.
import { join, dirname } from 'node:path';
import { createRequire } from 'node:module';
import { Router, type Response } from 'express';
import { z } from 'zod';
import { REFUSALS, type RefusalCode } from '../../shared/domain/refusal.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { nonceOf } from './headers.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const PROBLEM = z.object({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string().meta({ description: 'A sentence for a person' }), code: z.enum(Object.keys(REFUSALS)).optional(), facts: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});

/** What a caller without the right to call at all is answered. */
const REFUSED_TO_NOBODY = { anyone: [], 'signed-in': ['not-signed-in'], system: ['wrong-key'] } as const satisfies Record<string, readonly RefusalCode[]>;

function operationOf(name: string, route: Route) {
  const body = Object.keys(route.body.shape).length > 0;
  const parameters = [['path', route.params], ['query', route.query]] as const;
  const refusals = Object.groupBy(['not-understood' as const, ...REFUSED_TO_NOBODY[typeof route.may === 'string' ? route.may : 'signed-in'], ...route.refusals], (code) => String(REFUSALS[code][0]));
  return {
    operationId: name, summary: route.summary,
    description: route.may === 'system' ? 'May: another system, with a key of its own.' : `May: ${typeof route.may === 'string' ? route.may.replace('-', ' ') : route.may.join(', ')}.`,
    parameters: parameters.flatMap(([where, schema]) => Object.entries(schema.shape).map(([key, field]) => ({
      name: key, in: where, required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success, schema: schemaOf(field as z.ZodType, 'input'),
    }))),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
    ...(route.may === 'anyone' ? { security: [] } : route.may === 'system' ? { security: [{ systemKey: [] }] } : {}),
    responses: {
      200: { description: 'Done', content: { [String(route.out.meta()?.['contentMediaType'] ?? 'application/json')]: { schema: schemaOf(route.out, 'output') } } },
      ...Object.fromEntries(Object.entries(refusals).map(([status, codes]) => [status, {
        description: (codes ?? []).map((code) => `${code}: ${REFUSALS[code][1]}`).join(' '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }])),
    },
  };
}

export function openApiDocument(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of ROUTES) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0', info: { title: 'Nightjar', version, description: 'Commands carry a commandId made by the caller: the same id again gives the first answer. Every refusal is problem+json with a stable code.' },
    paths, security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-nightjar' }, systemKey: { type: 'http', scheme: 'bearer', description: 'Made by an administrator, shown once, revoked at once.' } }, schemas: { Problem: schemaOf(PROBLEM, 'output') } },
  };
}

/** `/api/openapi.json`, and `/api/docs` to read it: swagger-ui's own files, no script inline. */
export function openApiPages(version: string): Router {
  const router = Router();
  const document = JSON.stringify(openApiDocument(version));
  const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/api/openapi.json', (_request, response: Response) => { response.type('application/json').send(document); });
  router.get('/api/docs', (_request, response: Response) => { response.type('html').send(docsPage(nonceOf(response))); });
  router.get('/api/docs/start.js', (_request, response: Response) => {
    response.type('text/javascript').send("SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', validatorUrl: null, supportedSubmitMethods: [] });");
  });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) router.get(`/api/docs/${file}`, (_request, response: Response) => { response.sendFile(join(viewer, file)); });
  return router;
}

const docsPage = (nonce: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nightjar API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><style nonce="${nonce}">body { margin: 0 }</style></head>
<body><div id="api"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
