// What every answer says to the browser: run nothing but our own scripts, send nothing elsewhere, frame nothing, keep nothing.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { known } from '../support/night.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const PAGE_FILE = new URL('../../dist/client/index.html', import.meta.url);

let server: TestServer;
beforeAll(async () => {
  if (!existsSync(PAGE_FILE)) throw new Error('There is no page to test: run `npm run build:client` first.');
  server = await startTestServer();
});
afterAll(() => server?.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${server.url}${path}`, { headers });
const policyOf = (response: Response): Map<string, string[]> => new Map((response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
  const [name = '', ...sources] = directive.trim().split(' ');
  return [name, sources];
}));
const nonceOf = (response: Response): string => known(policyOf(response).get('style-src')?.find((source) => source.startsWith("'nonce-"))).slice("'nonce-".length, -1);
/** Start tags of one element, each with what stands between it and its end tag. */
const elements = (html: string, name: string): { tag: string; content: string }[] =>
  [...html.matchAll(new RegExp(`(<${name}\\b[^>]*>)(.*?)</${name}>`, 'gis'))].map(([, tag = '', content = '']) => ({ tag, content }));

const ANSWERS: [string, string, number][] = [
  ['the page', '/', 200], ['the page of any address', '/incidents/of/tonight', 200], ['an answer of the API', '/api/health/live', 200], ['a refusal', '/api/me', 401], ['a route that is not there', '/api/nothing', 404],
  ['the API’s own page', '/api/docs', 200], ['an asset that is not there', '/assets/nothing.js', 404],
];

describe.each(ANSWERS)('%s', (_what, path, status) => {
  test('carries a policy under which nothing foreign and nothing inline runs', async () => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const policy = policyOf(response);
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)], 'img-src': ["'self'", 'data:'], 'font-src': ["'self'"], 'connect-src': ["'self'"],
      'manifest-src': ["'self'"], 'worker-src': ["'self'"], 'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"],
    });
  });

  test('and the other headers; what it is made with is not among them', async () => {
    const { headers } = await get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY', 'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()', 'cache-control': 'no-store',
    });
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin']) expect(headers.get(name)).toBeNull();
  });
});

describe('the page', () => {
  test('carries the nonce of its own response, another each time', async () => {
    const pages = await Promise.all(Array.from({ length: 5 }, () => get('/')));
    for (const page of pages) {
      const html = await page.text();
      expect(html).toContain(`<meta name="csp-nonce" content="${nonceOf(page)}"`);
      expect(html).not.toContain('__NONCE__');
    }
    expect(new Set(pages.map(nonceOf)).size).toBe(pages.length);
  });

  test.each(['/', '/api/docs'])('%s has no inline script, no handler, no foreign address, and no style without the nonce', async (path) => {
    const response = await get(path);
    const html = await response.text();
    const scripts = elements(html, 'script');
    expect(scripts.length).toBeGreaterThan(0);
    for (const { tag, content } of scripts) {
      expect(content.trim()).toBe('');
      expect(tag).toMatch(/ src="\/[^/]/);
    }
    for (const { tag } of elements(html, 'style')) expect(tag).toContain(`nonce="${nonceOf(response)}"`);
    expect(html).not.toMatch(/<[^>]+\s(on\w+|style)\s*=/i);
    expect(html).not.toMatch(/(src|href|action)="(https?:|\/\/|javascript:|data:)/i);
  });

  test('its hashed assets are kept for ever, and itself never', async () => {
    const html = await (await get('/')).text();
    const asset = known(/src="(\/assets\/[^"]+)"/.exec(html)?.[1]);
    expect((await get(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('from elsewhere', () => {
  test('no origin is ever allowed to read an answer', async () => {
    for (const origin of ['https://evil.example', 'null', server.url]) {
      const { headers } = await get('/api/me', { origin });
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const preflight = await fetch(`${server.url}/api/incidents`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(preflight.status).toBe(404);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a map’s tiles come from where the settings say, and from nowhere else', async () => {
    const other = await startTestServer({ settings: { MAP_TILE_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png' } });
    try {
      const response = await fetch(other.url);
      expect(policyOf(response).get('img-src')).toEqual(["'self'", 'data:', 'https://*.tiles.example']);
      expect(policyOf(response).get('connect-src')).toEqual(["'self'"]);
    } finally {
      await other.stop();
    }
  });
});
