// Alive, ready with reasons, and the figures for Prometheus.
import { timingSafeEqual } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { pendingMigrations } from '../database/migrate.ts';
import type { Queryable } from '../database/connect.ts';
import { headOf } from '../events/append.ts';

export interface Measures { registry: Registry; requestSeconds: Histogram }

export function makeMeasures(connections: () => number, relayCursor: () => number, sources: ReadonlyMap<string, { standing(): string }> = new Map()): Measures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({ name: 'nightjar_http_request_seconds', help: 'HTTP requests by route', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry] });
  registry.registerMetric(new Gauge({ name: 'nightjar_sockets', help: 'Open sockets of this process', registers: [], collect() { this.set(connections()); } }));
  registry.registerMetric(new Gauge({ name: 'nightjar_relay_seq', help: 'Place in the log that this process has handed on', registers: [], collect() { this.set(relayCursor()); } }));
  registry.registerMetric(new Gauge({
    name: 'nightjar_check_source_asked', help: 'Whether a source of checks is asked (1), or left in peace after it failed again and again (0)', labelNames: ['source'], registers: [],
    collect() { for (const [source, adapter] of sources) this.set({ source }, adapter.standing() === 'asked' ? 1 : 0); },
  }));
  return { registry, requestSeconds };
}

export interface HealthSources { db: Queryable; databaseUrl: string; relayCursor: () => number; stopping: () => boolean; measures: Measures; metricsToken: string | undefined }

export function healthPages(sources: HealthSources): Router {
  const router = Router();
  router.get('/api/health/live', (_request, response) => { response.json({ live: true }); });
  router.get('/api/health/ready', async (_request, response) => {
    const reasons = await reasonsNotReady(sources);
    response.status(reasons.length === 0 ? 200 : 503).json({ ready: reasons.length === 0, reasons });
  });
  router.get('/api/metrics', async (request, response) => {
    if (!mayReadMetrics(request, sources.metricsToken)) { refuseMetrics(response); return; }
    response.type(sources.measures.registry.contentType).send(await sources.measures.registry.metrics());
  });
  return router;
}

const LARGEST_LAG = 200;

async function reasonsNotReady({ db, databaseUrl, relayCursor, stopping }: HealthSources): Promise<string[]> {
  if (stopping()) return ['It is stopping.'];
  try {
    const reasons: string[] = [];
    const lag = await headOf(db) - relayCursor();
    if (lag > LARGEST_LAG) reasons.push(`Screens are ${lag} events behind the log.`);
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length > 0) reasons.push(`${pending.length} migrations have not been run: nightjar migrate.`);
    return reasons;
  } catch {
    return ['The database does not answer.'];
  }
}

/** With a token set, only its bearer; without one, only this machine itself. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token === undefined) return request.headers['x-forwarded-for'] === undefined && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
  const [given, wanted] = [Buffer.from(request.headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
const refuseMetrics = (response: Response): void => { response.status(404).json({ type: 'about:blank', title: 'not found', status: 404 }); };
