// Serves one process: the same for production, the demo and the tests, which run it against a real database.
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IoAdapter } from '@nestjs/platform-socket.io';
import compression from 'compression';
import express from 'express';
import type { Logger } from 'pino';
import { startAlarms } from './alarms/alarm-poller.ts';
import { AppModule } from './app.module.ts';
import { startChecks } from './checks/check-poller.ts';
import { sourceOf } from './checks/check-settings.ts';
import { httpAdapter } from './checks/http-adapter.ts';
import { keepCheckSources } from './checks/source.store.ts';
import type { Clock } from './clock/clock.ts';
import type { Config } from './config.ts';
import { connect } from './database/connect.ts';
import { makeRouter } from './router/router.ts';
import type { LogKeys } from './events/keys.ts';
import { makeRelay } from './events/relay.ts';
import { healthPages, makeMeasures } from './http/health.ts';
import { securityHeaders } from './http/headers.ts';
import { closeInTime, keepLong, LastAnswers } from './http/kept-connections.ts';
import { openApiPages } from './http/openapi.ts';
import { pages } from './http/pages.ts';
import { requestLog } from './http/request-log.ts';
import { Rooms } from './http/rooms.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startReplanning } from './planning/plan-again.ts';
import { PositionStream } from './positions/position-stream.ts';
import { Connections } from './realtime/connections.ts';
import { LiveGateway } from './realtime/live.gateway.ts';
import { followRehearsal } from './rehearsal/follow.ts';
import { calendarFeed } from './rosters/calendar-feed.ts';
import { ROWS } from './rooms.ts';
import { PRODUCT_VERSION } from './version.ts';

export interface Serving { url: string; stop(): Promise<void> }
export interface ServeWith {
  config: Config; databaseUrl: string; home: string; clock: Clock; keys: LogKeys; log: Logger;
  /** Called once, when a rehearsal's hours end. */
  rehearsalOver?: () => void;
}

const LARGEST_BODY = '256kb';
/** A call with twenty people and every text at its longest, in any script. */
const LARGEST_CALL = '96kb';

export async function serve({ config, databaseUrl, home, clock, keys, log, rehearsalOver }: ServeWith): Promise<Serving> {
  let stopping = false;
  const lastAnswers = new LastAnswers();
  const db = await connect(databaseUrl, ROWS);
  await keepCheckSources(db, config.CHECK_SOURCES.map(sourceOf));
  const adapters = new Map(config.CHECK_SOURCES.flatMap(({ code, url, key }) => (url === undefined ? [] : [[code, httpAdapter({ url, key })]])));
  const connections = new Connections();
  const relay = makeRelay(db, databaseUrl, log, async (events) => {
    await following.hear(events);
    await app.get(LiveGateway).handOn(events);
  });
  const rooms = new Rooms(db, clock, keys, config, () => relay.committed());
  const positions = new PositionStream(db, connections, () => clock.now(), log);
  const router = config.ROUTER_URL === undefined ? null : makeRouter({ url: config.ROUTER_URL, kind: config.ROUTER_KIND });
  const measures = makeMeasures(() => connections.count(), () => relay.cursor(), adapters);

  const tls = config.TLS_CERT === undefined || config.TLS_KEY === undefined ? {} : { httpsOptions: { cert: await readFile(config.TLS_CERT), key: await readFile(config.TLS_KEY) } };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of({ rooms, connections, positions, router, log }), { bodyParser: false, logger: false, abortOnError: false, ...tls });
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('x-powered-by', false);
  app.use(lastAnswers.seen);
  app.use(requestLog(log, measures.requestSeconds));
  app.use(...securityHeaders(config.MAP_TILE_URL));
  app.use(compression());
  app.use(healthPages({ db, databaseUrl, relayCursor: () => relay.cursor(), stopping: () => stopping, measures, metricsToken: config.METRICS_TOKEN }));
  app.use(openApiPages(PRODUCT_VERSION));
  app.use(calendarFeed(db, clock));
  app.use(pages(clock.kind));
  app.use('/api/calls', express.json({ limit: LARGEST_CALL, strict: true }));
  app.use(express.json({ limit: LARGEST_BODY, strict: true }));
  app.useWebSocketAdapter(new IoAdapter(app));
  await app.init();
  keepLong(app.getHttpServer());
  const following = followRehearsal({
    db, clock, keys, log, beat: () => app.get(LiveGateway).beat(), openSessions: () => [...connections.all()].map(({ actor }) => actor.sessionId), committed: () => relay.committed(), over: rehearsalOver,
  });
  await relay.start();
  app.get(LiveGateway).startAt(relay.cursor());
  positions.start();
  const housekeeping = await startHousekeeping(db, clock, config, keys, config.CHECKPOINT_FILE ?? join(home, 'checkpoints.jsonl'), log);
  const alarms = config.NIGHTJAR_ROLE === 'web' ? null : startAlarms({ db, clock, keys }, () => relay.committed(), log);
  const replanning = config.NIGHTJAR_ROLE === 'web' ? null : startReplanning({ db, clock, keys, router }, () => relay.committed(), log);
  const checks = config.NIGHTJAR_ROLE === 'web' || adapters.size === 0 ? null : startChecks({ db, clock, keys }, adapters, () => relay.committed(), log);
  await app.listen(config.PORT, config.HOST);

  return {
    url: await app.getUrl(),
    /** Answers what is under way, shows what was committed, signs the head, and lets go. */
    async stop() {
      if (stopping) return;
      stopping = true;
      lastAnswers.begin();
      await following.stop();
      await alarms?.stop();
      await checks?.stop();
      await replanning?.stop();
      await closeInTime(app.getHttpServer(), () => app.close());
      await relay.stop();
      await positions.stop();
      await housekeeping.stop();
      await db.destroy();
    },
  };
}
