// Asks a source's system over HTTP: little is sent, and nothing that comes back is trusted (docs/operating.md, Checks).
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, TaskCancelledError, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import { z } from 'zod';
import { CHECK_RESULTS } from '../../shared/domain/check.ts';
import { Line, Text } from '../../shared/protocol/fields.ts';
import { Unanswered, type Answer, type CheckAdapter, type Question } from './adapter.ts';

export interface HttpSource { url: string; key: string | undefined }
export interface HttpLimits { timeLimitMs: number; largestBytes: number; failuresInARow: number; leftInPeaceMs: number }
export const LIMITS: HttpLimits = { timeLimitMs: 5_000, largestBytes: 64 * 1024, failuresInARow: 5, leftInPeaceMs: 20_000 };

const STANDING = { [CircuitState.Closed]: 'asked', [CircuitState.Open]: 'left in peace', [CircuitState.HalfOpen]: 'tried once', [CircuitState.Isolated]: 'left in peace' } as const;

/** An answer that carries another question's number is somebody else's. */
const Body = z.object({ checkId: z.string(), result: z.enum(CHECK_RESULTS), words: Text.nullish(), answeredBy: Line.nullish() });

export function httpAdapter({ url, key }: HttpSource, limits: HttpLimits = LIMITS): CheckAdapter {
  // What cannot be read says nothing of whether the source is there: it does not open the circuit.
  const breaker = circuitBreaker(handleWhen((error) => !(error instanceof Unanswered && error.failure === 'not-understood')), {
    halfOpenAfter: limits.leftInPeaceMs, breaker: new ConsecutiveBreaker(limits.failuresInARow),
  });
  const guarded = wrap(breaker, timeout(limits.timeLimitMs, TimeoutStrategy.Aggressive));

  async function put(question: Question, signal: AbortSignal): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST', redirect: 'error', signal, body: JSON.stringify(question),
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': question.checkId, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Unanswered('not-reached', `answered ${response.status}`);
    }
    return answerOf(await boundedText(response, limits.largestBytes), question);
  }

  return {
    standing: () => STANDING[breaker.state],
    async ask(question, stopping) {
      try {
        return await guarded.execute(({ signal }) => put(question, signal), stopping);
      } catch (error) {
        throw unanswered(error);
      }
    },
  };
}

function unanswered(error: unknown): Unanswered {
  if (error instanceof Unanswered) return error;
  if (error instanceof TaskCancelledError) return new Unanswered('no-answer', 'took too long');
  return new Unanswered('not-reached', error instanceof BrokenCircuitError ? 'is left in peace' : 'could not be reached');
}

/** Stops reading once it is too large: what a source sends is no reason to run out of memory. */
async function boundedText(response: Response, largestBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > largestBytes) throw new Unanswered('not-understood', 'answered with more than it may');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function answerOf(text: string, question: Question): Answer {
  const parsed = Body.safeParse(readJson(text));
  if (!parsed.success || parsed.data.checkId !== question.checkId) throw new Unanswered('not-understood', 'answered with something that could not be read');
  const { result, words = null, answeredBy = null } = parsed.data;
  return { result, words, answeredBy };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
