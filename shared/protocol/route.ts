// A route, said once for both ends and for OpenAPI: method, path, who may, what goes in, what comes out.
import { z } from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';
import type { Role } from '../domain/visibility.ts';
import { Id, Instant } from './fields.ts';

type Shape = z.core.$ZodLooseShape;

/** `anyone` needs no session; `signed-in` any session; `system` none, but another system's own key. */
export type May = readonly Role[] | 'signed-in' | 'anyone' | 'system';

export interface RouteSpec<P extends Shape, Q extends Shape, B extends Shape, O extends z.ZodType> {
  summary: string;
  may: May;
  params?: P; query?: Q; body?: B; out: O;
  refusals?: readonly RefusalCode[];
}

export interface Route<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape, O extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api`, with `:name` for each parameter. */
  path: string;
  summary: string;
  may: May;
  /** Strict: an unknown key is refused. */
  params: z.ZodObject<P>; query: z.ZodObject<Q>; body: z.ZodObject<B>;
  out: O;
  refusals: readonly RefusalCode[];
}

export const route = <O extends z.ZodType, P extends Shape = Record<never, never>, Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
  method: Route['method'], path: string, spec: RouteSpec<P, Q, B, O>,
): Route<P, Q, B, O> => ({
  method, path, summary: spec.summary, may: spec.may, out: spec.out, refusals: spec.refusals ?? [],
  params: z.strictObject(spec.params ?? {} as P), query: z.strictObject(spec.query ?? {} as Q), body: z.strictObject(spec.body ?? {} as B),
});

/** What a handler receives: parameters, query and body, parsed. */
export type InputOf<R extends Route> = Parsed<R['params']> & Parsed<R['query']> & Parsed<R['body']>;
/** What a caller sends. */
export type CallOf<R extends Route> = Sent<R['params']> & Sent<R['query']> & Sent<R['body']>;
/** An empty strict object would infer as one whose every key is `never`, and swallow the keys of the others. */
type Parsed<O extends z.ZodObject> = keyof O['shape'] extends never ? unknown : z.output<O>;
type Sent<O extends z.ZodObject> = keyof O['shape'] extends never ? unknown : z.input<O>;
export type OutOf<R extends Route> = z.output<R['out']>;

/** A command's body: its id is made by the client, so that a repeat gives the first answer. */
export const command = <S extends Shape>(shape: S) => ({ commandId: Id, ...shape });

/** A fact reported from a device: when it happened by the device's clock, and how far that clock was measured to be off. */
export const Device = z.strictObject({ at: Instant, offsetMs: z.int().min(-86_400_000 * 400).max(86_400_000 * 400) });
export const fact = <S extends Shape>(shape: S) => ({ commandId: Id, device: Device.optional(), ...shape });

/** What every command answers: the place in the log that it reached, and the ids that it made. */
export const Done = z.strictObject({ seq: z.int(), ids: z.record(z.string(), z.string()) });
export type Done = z.infer<typeof Done>;
