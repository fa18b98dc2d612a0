// Before every route: who is this, did it come from our own page, and does their role do this?
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import { ROLE_NAMES } from '../../shared/domain/visibility.ts';
import type { Route } from '../../shared/protocol/route.ts';
import { Refused } from '../database/transaction.ts';
import { ROUTE, type Signed } from '../http/handle.ts';
import { Rooms } from '../http/rooms.ts';
import type { Actor } from './actor.ts';
import { systemFrom } from './system-key.ts';
import { COOKIE, digestToken, findActorAtWork } from './session.store.ts';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector, @Inject(Rooms) private readonly rooms: Rooms) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route: Route | undefined = this.reflector.get(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<Signed>();
    if (route === undefined) return true;
    // No browser sends a key by itself, so where the request comes from says nothing here; and a session opens none of these.
    if (route.may === 'system') {
      request.system = await systemFrom(this.rooms.db, request.headers.authorization, this.rooms.config.CALLS_PER_MINUTE);
      return true;
    }
    if (route.method !== 'GET' && !isFromOurPage(request.headers, this.rooms.config.PUBLIC_ORIGIN)) throw new Refused('wrong-origin');
    if (route.may === 'anyone') return true;
    const actor = await actorFrom(this.rooms, request.headers);
    if (actor === null) throw new Refused('not-signed-in');
    request.actor = actor;
    if (route.may === 'signed-in') return true;
    const { may } = route;
    if (!may.some((role) => actor.roles.includes(role))) throw new Refused('not-your-role', { who: may.map((role) => ROLE_NAMES[role].toLowerCase()).join(', ') });
    return true;
  }
}

/** The socket's handshake asks the same. */
export async function actorFrom(rooms: Rooms, headers: IncomingHttpHeaders): Promise<Actor | null> {
  const token = parseCookie(headers.cookie ?? '')[COOKIE];
  if (token === undefined) return null;
  return findActorAtWork(rooms.db, digestToken(token), rooms.clock.now(), rooms.sessionLimits);
}

/** A browser says where a request comes from; something that is no browser sends neither header, and no cookie by itself. */
export function isFromOurPage(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin';
  if (publicOrigin !== undefined) return origin === new URL(publicOrigin).origin;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
