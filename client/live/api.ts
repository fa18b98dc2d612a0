// One way to the server: a route and its input in, its answer out. Whatever is no answer is one of three errors.
import { z } from 'zod';
import { REFUSAL_CODES } from '../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';
import type { CallOf, OutOf, Route } from '../../shared/protocol/route.ts';
import { clockTime } from '../ui/time-text.ts';
import { announceSessionEnd } from './session-end.ts';

/** An expected "no", with the sentence for a person. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly code: RefusalCode, readonly sentence: string, readonly status: number, readonly facts: Readonly<Record<string, string>>) { super(sentence); }
}

/** No answer: no network, no server, or too late. Whether the server has done it is not known. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  readonly sentence = 'The server did not answer. What you entered is still here.';
  constructor(cause?: unknown) { super('the server did not answer', { cause }); }
}

/** A bug on the server; the reference finds it in the server's log. */
export class ServerFault extends Error {
  override name = 'ServerFault';
  constructor(readonly sentence: string, readonly reference: string | null) { super(sentence); }
}

/** What to show a person, whatever went wrong. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Refused || error instanceof Unreachable || error instanceof ServerFault
    ? error.sentence
    : 'Something went wrong on this page. What is on the server is safe. Load the page again.';

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Goes out even if the page is closed meanwhile; for small bodies. */
  keepalive?: boolean;
}

const timeoutMs = 15_000;

/** Throws `Refused`, `Unreachable` or `ServerFault`; an aborted `signal` throws what fetch throws. */
export const call = <R extends Route>(route: R, input: CallOf<R> & object, options?: CallOptions): Promise<OutOf<R>> => ask(route, input, options);

/** The same with fields that were put together, or kept, while the page ran: the server parses them either way. */
export async function ask<R extends Route>(route: R, fields: object, { signal, keepalive = false }: CallOptions = {}): Promise<OutOf<R>> {
  const { status, body } = await exchange(requestFor(route, fields), signal, keepalive);
  if (status >= 400) throw problemOf(status, body);
  if (!isAnswer(route, body)) throw new Error(`The answer to ${route.method} ${route.path} is not what the route says.`);
  return body;
}

/**
 * Tolerant out: a newer server sends keys that this page does not know, so a page in use takes the answer at its type's word.
 * In development and tests it is parsed strictly, so that a drift between the route and the server is found there.
 */
function isAnswer<R extends Route>(route: R, body: unknown): body is OutOf<R> {
  return process.env.NODE_ENV === 'production' || route.out.safeParse(body).success;
}

function requestFor(route: Route, fields: object): Request {
  const given: [string, unknown][] = Object.entries(fields).filter(([, value]) => value !== undefined);
  const inPath = new Map(given.filter(([key]) => key in route.params.shape));
  const rest = given.filter(([key]) => !inPath.has(key));
  const path = `/api${route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(inPath.get(key))))}`;
  const headers = { accept: 'application/json, application/problem+json' };
  if (route.method === 'POST') {
    return new Request(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(Object.fromEntries(rest)) });
  }
  const query = new URLSearchParams(rest.map(([key, value]) => [key, String(value)])).toString();
  return new Request(query === '' ? path : `${path}?${query}`, { method: route.method, headers, cache: 'no-store' });
}

async function exchange(request: Request, signal: AbortSignal | undefined, keepalive: boolean): Promise<{ status: number; body: unknown }> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(request, { keepalive, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    // A proxy, or the sign-in page of a borrowed network, answers in HTML: that is not our server.
    if (!/[/+]json/.test(response.headers.get('content-type') ?? '')) throw new Error(`an answer of ${response.status} that is not JSON`);
    return { status: response.status, body: await response.json() };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

const Problem = z.object({
  // A newer server may refuse for a reason that this page has no name for: its sentence still says it.
  code: z.enum(REFUSAL_CODES).catch('not-understood').optional(),
  detail: z.string().catch('The server could not do this.'),
  facts: z.record(z.string(), z.string()).catch({}),
  reference: z.string().nullable().catch(null),
});

function problemOf(status: number, body: unknown): Refused | ServerFault {
  const { code, detail, facts, reference } = Problem.catch({ detail: 'The server could not do this.', facts: {}, reference: null }).parse(body);
  if (code === undefined) return new ServerFault(inLocalTime(detail), reference);
  if (code === 'not-signed-in') announceSessionEnd();
  return new Refused(code, inLocalTime(detail), status, facts);
}

/** The server speaks in UTC; a person reads Europe/London. */
const inLocalTime = (sentence: string): string => sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, (at) => clockTime(at));
