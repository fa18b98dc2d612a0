// The application put together by hand: Nest is the shell that serves the rooms, and every part is given what it needs.
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { LOGGER } from './http/request-log.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import type { Router } from './router/router.ts';
import { Rooms } from './http/rooms.ts';
import { SessionGuard } from './identity/session.guard.ts';
import type { PositionStream } from './positions/position-stream.ts';
import { Connections } from './realtime/connections.ts';
import { LiveGateway } from './realtime/live.gateway.ts';
import { LIVE_SOURCES } from './realtime/live-source.ts';
import { controllers, SOURCES } from './rooms.ts';

export interface Parts { rooms: Rooms; connections: Connections; positions: PositionStream; router: Router | null; log: Logger }

@Module({})
export class AppModule {
  static of({ rooms, connections, positions, router, log }: Parts): DynamicModule {
    return {
      module: AppModule,
      controllers: controllers(positions, router),
      providers: [
        { provide: Rooms, useValue: rooms }, { provide: Connections, useValue: connections }, { provide: LOGGER, useValue: log }, { provide: LIVE_SOURCES, useValue: Object.values(SOURCES) },
        LiveGateway, { provide: APP_GUARD, useClass: SessionGuard }, { provide: APP_FILTER, useValue: new ProblemFilter(log) },
      ],
    };
  }
}
