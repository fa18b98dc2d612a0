// What a calendar asks, by a link alone: the times, or that there is no such thing. Its address is a secret, so it is in no log: a request is logged by the pattern of its route.
import { Router, type Request, type Response } from 'express';
import type { Clock } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { digestToken } from '../identity/session.store.ts';
import { calendarOf } from './calendar.ts';
import { findTimes } from './calendar.store.ts';

export const calendarPath = (token: string): string => `/calendar/${token}.ics`;

export function calendarFeed(db: Queryable, clock: Clock): Router {
  const router = Router();
  router.get('/calendar/:token.ics', async (request: Request<{ token: string }>, response: Response) => {
    const now = clock.now();
    const times = await findTimes(db, digestToken(request.params.token), now);
    if (times === null) { response.status(404).type('text/plain').send('There is no calendar at this address, or not any more.\n'); return; }
    response.type('text/calendar').send(calendarOf(times, now, clock.kind));
  });
  return router;
}
