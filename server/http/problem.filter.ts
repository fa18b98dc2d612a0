// Every "no" as problem+json (RFC 9457): a stable code and a sentence. Anything unexpected is a bug: 500 and a reference, no details.
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { REFUSALS, refusalSentence, type RefusalCode } from '../../shared/domain/refusal.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import { Refused } from '../database/transaction.ts';
import type { Signed } from './handle.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Signed>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error);
    if (refusal === null) this.log.error({ err: error, requestId: request.requestId }, 'unexpected');
    if (!response.headersSent) sendProblem(response, refusal, request.requestId);
  }
}

/** What a program looks for beside the status. */
const HEADERS: Partial<Record<RefusalCode, readonly [string, string]>> = { 'wrong-key': ['WWW-Authenticate', 'Bearer'], 'too-many-calls': ['Retry-After', '60'] };

export function sendProblem(response: Response, refusal: Refusal | null, reference: string): void {
  const [status, body] = refusal === null
    ? [500, { type: 'about:blank', title: 'Something went wrong', status: 500, detail: `Something went wrong on our side. What you sent may not have been saved: look before you send it again. Reference ${reference}.`, reference }]
    : [REFUSALS[refusal.code][0], {
      type: `urn:nightjar:refusal:${refusal.code}`, title: refusal.code.replaceAll('-', ' '), status: REFUSALS[refusal.code][0], code: refusal.code, detail: refusalSentence(refusal),
      ...(refusal.facts === undefined ? {} : { facts: refusal.facts }),
    }];
  const header = refusal === null ? undefined : HEADERS[refusal.code];
  if (header !== undefined) response.setHeader(...header);
  response.status(Number(status)).type('application/problem+json').send(JSON.stringify(body));
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code: RefusalCode | undefined = status === 413 ? 'too-large' : status === 404 ? 'not-found' : status >= 400 && status < 500 ? 'not-understood' : undefined;
  if (code === undefined) return null;
  return code === 'not-understood' ? { code, facts: { problem: 'it is not well-formed' } } : { code };
}

/** What the body parser throws carries a status. */
const statusOf = (error: unknown): number => {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  return typeof status === 'number' ? status : 500;
};
