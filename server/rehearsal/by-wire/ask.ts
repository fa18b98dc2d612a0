// One request by the public API: done, refused in words, or not answered, and then nobody knows whether it was done.
import { z } from 'zod';
import type { Refusal } from '../../../shared/domain/decision.ts';
import { REFUSAL_CODES } from '../../../shared/domain/refusal.ts';
import type { OutOf, Route } from '../../../shared/protocol/route.ts';

export type Reply<R extends Route> = { done: true; out: OutOf<R>; cookie: string } | { done: false; refusal: Refusal };

/** `fault`: the server did answer, and not as it says it does. */
export class Unanswered extends Error {
  override name = 'Unanswered';
  constructor(message: string, readonly fault: boolean, cause?: unknown) { super(message, { cause }); }
}

export interface From { url: string; origin: string; cookie: string }

const PATIENCE_MS = 15_000;

/** Throws `Unanswered`; an aborted `signal` too. */
export async function ask<R extends Route>({ url, origin, cookie }: From, route: R, input: object, signal: AbortSignal): Promise<Reply<R>> {
  const [path, body] = addressOf(route, input);
  const headers = { accept: 'application/json, application/problem+json', origin, ...(cookie === '' ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const { response, answer } = await exchange(`${url}${path}`, { method: route.method, headers, ...(body === undefined ? {} : { body }), signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
  const what = `${route.method} ${route.path}`;
  if (!response.ok) return { done: false, refusal: refusalIn(answer, response.status, what) };
  if (!isAnswer(route, answer)) throw new Unanswered(`The answer to ${what} is not what the route says.`, true);
  return { done: true, out: answer, cookie: response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ') };
}

async function exchange(address: string, request: RequestInit): Promise<{ response: Response; answer: unknown }> {
  try {
    const response = await fetch(address, request);
    const answer: unknown = JSON.parse(await response.text());
    return { response, answer };
  } catch (cause) {
    throw new Unanswered('The server did not answer.', false, cause);
  }
}

/** Both ends are of one build, so that an answer is parsed as strictly as the server would. */
const isAnswer = <R extends Route>(route: R, answer: unknown): answer is OutOf<R> => route.out.safeParse(answer).success;

const Problem = z.object({ code: z.enum(REFUSAL_CODES), facts: z.record(z.string(), z.string()).optional() });
const Reference = z.object({ reference: z.string() });

function refusalIn(answer: unknown, status: number, what: string): Refusal {
  const problem = Problem.safeParse(answer);
  if (problem.success && problem.data.code !== 'busy') return { code: problem.data.code, ...(problem.data.facts === undefined ? {} : { facts: problem.data.facts }) };
  if (problem.success || [502, 503, 504].includes(status)) throw new Unanswered('The server is busy.', false);
  throw new Unanswered(`The server failed at ${what}, reference ${Reference.safeParse(answer).data?.reference ?? 'none'}.`, true);
}

/** The route's path with its parameters filled in, and the rest as query or body. */
function addressOf(route: Route, input: object): [path: string, body: string | undefined] {
  const given: [string, unknown][] = Object.entries(input).filter(([, value]) => value !== undefined);
  const inPath = new Map(given.filter(([key]) => key in route.params.shape));
  const rest = given.filter(([key]) => !inPath.has(key));
  const path = `/api${route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(inPath.get(key))))}`;
  if (route.method === 'POST') return [path, JSON.stringify(Object.fromEntries(rest))];
  const query = new URLSearchParams(rest.map(([key, value]) => [key, String(value)])).toString();
  return [query === '' ? path : `${path}?${query}`, undefined];
}
