// JSON logs: one line a request, with an id, the route's pattern and the time it took; never a body, an address's parameters or a name.
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Histogram } from 'prom-client';

export const LOGGER = Symbol('logger');

/** Only what names a fault and its place: a driver's error quotes rows in its details, so those stay out. */
const errorWithoutData = (error: unknown) => {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const code: unknown = Reflect.get(error, 'code');
  return { type: error.name, code, message: code === undefined ? error.message : undefined, stack: error.stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 12) };
};

export const makeLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorWithoutData } }, ...(destination === undefined ? [] : [destination]));

const patternOf = (request: Request): string => {
  const route: unknown = request.route;
  const path: unknown = typeof route === 'object' && route !== null ? Reflect.get(route, 'path') : undefined;
  return typeof path === 'string' ? path : request.path.startsWith('/api') ? '(no such route)' : '(page)';
};

export const requestLog = (log: Logger, seconds: Histogram) => (request: Request & { requestId?: string }, response: Response, next: NextFunction): void => {
  const started = performance.now();
  request.requestId = randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  response.on('finish', () => {
    const ms = performance.now() - started;
    const route = patternOf(request);
    seconds.observe({ method: request.method, route, status: String(response.statusCode) }, ms / 1000);
    log[response.statusCode >= 500 ? 'error' : 'info']({ requestId: request.requestId, method: request.method, route, status: response.statusCode, ms: Math.round(ms) }, 'request');
  });
  next();
};
