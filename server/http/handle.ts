// A room's controller is a list of routes, each with the one command or query behind it; Nest serves what is listed here.
import { Controller, Delete, Get, HttpCode, Inject, Post, Req, SetMetadata, type Type } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Res } from '@nestjs/common';
import type { InputOf, OutOf, Route } from '../../shared/protocol/route.ts';
import { onOneConnection, type Queryable } from '../database/connect.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../identity/actor.ts';
import type { CallingSystem } from '../identity/system-key.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { readInput } from './input.ts';
import { Rooms } from './rooms.ts';

export const ROUTE = Symbol('route');
/** `actor` behind a session, `system` behind another system’s key; never both. */
export interface Signed extends Request { actor?: Actor; system?: CallingSystem; requestId: string }

/** Changes something: one transaction, once per command id. Answers the ids that it made. */
export type Command<R extends Route> = (tx: Tx, input: InputOf<R>) => Promise<Record<string, string> | void>;
export interface Reading { db: Queryable; actor: Actor; now: Instant }
export type Query<R extends Route> = (reading: Reading, input: InputOf<R>) => Promise<OutOf<R>>;
/** About the session itself, or with an answer of its own: it sees the request. */
export type Exchange<R extends Route> = (rooms: Rooms, input: InputOf<R>, request: Signed, response: Response) => Promise<OutOf<R>>;

export interface Handler { route: Route; run(rooms: Rooms, request: Signed, response: Response): Promise<unknown> }

export const actorOf = (request: Signed): Actor => {
  if (request.actor === undefined) throw new Error('a route without a session asked who is acting');
  return request.actor;
};

export const systemOf = (request: Signed): CallingSystem => {
  if (request.system === undefined) throw new Error('a route without a key asked which system is calling');
  return request.system;
};

export const doing = <R extends Route>(route: R, command: Command<R>): Handler => ({
  route,
  async run(rooms, request) {
    const input = readInput(route, request);
    const kept = await rooms.command(actorOf(request), route, input, (tx) => command(tx, input));
    return { seq: kept.seq, ids: kept.answer ?? {} };
  },
});
export const reading = <R extends Route>(route: R, query: Query<R>): Handler => ({
  route,
  run: (rooms, request) => onOneConnection(rooms.db, (db) => query({ db, actor: actorOf(request), now: rooms.clock.now() }, readInput(route, request))),
});
export const exchanging = <R extends Route>(route: R, exchange: Exchange<R>): Handler => ({
  route,
  run: (rooms, request, response) => exchange(rooms, readInput(route, request), request, response),
});

const VERB = { GET: Get, POST: Post, DELETE: Delete } as const;

export function controllerOf(...handlers: readonly Handler[]): Type {
  class RoomController { constructor(readonly rooms: Rooms) {} }
  handlers.forEach(({ route, run }, index) => {
    const name = `handler${index}`;
    Object.defineProperty(RoomController.prototype, name, {
      value(this: RoomController, request: Signed, response: Response) { return run(this.rooms, request, response); },
    });
    const descriptor = Object.getOwnPropertyDescriptor(RoomController.prototype, name);
    if (descriptor === undefined) return;
    Req()(RoomController.prototype, name, 0);
    Res({ passthrough: true })(RoomController.prototype, name, 1);
    for (const decorate of [VERB[route.method](route.path), HttpCode(200), SetMetadata(ROUTE, route)]) decorate(RoomController.prototype, name, descriptor);
  });
  Inject(Rooms)(RoomController, undefined, 0);
  Controller('api')(RoomController);
  return RoomController;
}
