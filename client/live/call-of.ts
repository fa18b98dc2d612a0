// What a route is called with: its parameters, query and body together, and nothing for the parts that it does not have.
import type { z } from 'zod';
import type { Route } from '../../shared/protocol/route.ts';

/** An object schema without keys infers as "no key may have a value", which would forbid the keys of the other parts. */
type FieldsOf<S extends z.ZodObject> = keyof S['shape'] extends never ? unknown : z.input<S>;

export type CallOf<R extends Route> = object & FieldsOf<R['params']> & FieldsOf<R['query']> & FieldsOf<R['body']>;
