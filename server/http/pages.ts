// The client's files: hashed assets for ever, and one page for every address, with a fresh nonce.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { nonceOf } from './headers.ts';

const FOLDERS = ['../../client/', '../../dist/client/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const folder = (): string | undefined => FOLDERS.find((path) => existsSync(join(path, 'index.html')) && existsSync(join(path, 'assets')));

/** "Keep nothing" is said of every answer before it is known what it is: a file of the client may be kept. */
const setHeaders = (response: Response): void => response.removeHeader('Cache-Control');

/** Beside the compiled server, or in dist where the sources are run. */
export function pages(deployment: 'live' | 'rehearsal'): Router {
  const router = Router();
  const client = folder();
  if (client === undefined) return router;
  const page = pageOf(readFileSync(join(client, 'index.html'), 'utf8'), deployment);
  router.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false, setHeaders }));
  router.use(express.static(client, { index: false, maxAge: '1h', setHeaders }));
  router.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || request.path.startsWith('/api/') || request.path.startsWith('/socket.io/') || request.path.startsWith('/assets/')) return next();
    response.type('html').send(page.replaceAll('__NONCE__', nonceOf(response)));
  });
  return router;
}

/** A rehearsal is plain in the tab too: by its title, before any script has run, and by its sign. */
function pageOf(page: string, deployment: 'live' | 'rehearsal'): string {
  const said = page.replaceAll('__DEPLOYMENT__', deployment);
  return deployment === 'live' ? said : said.replace('<title>', '<title>Rehearsal: ').replaceAll('/nightjar.svg', '/nightjar-rehearsal.svg');
}
