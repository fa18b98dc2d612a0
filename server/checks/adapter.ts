// How a source is asked, whatever lies behind it: one question, one answer, or the reason why there is none.
import type { CheckFailure, CheckResult } from '../../shared/domain/check.ts';
import type { CheckSubject } from './check-work.store.ts';

/** The same question has the same id however often it is put: a source that has answered may answer again, and nothing is asked twice. */
export type Question = { checkId: string } & CheckSubject;
export interface Answer { result: CheckResult; words: string | null; answeredBy: string | null }

export class Unanswered extends Error {
  constructor(readonly failure: CheckFailure, problem: string) { super(problem); }
}

export interface CheckAdapter {
  /** Throws `Unanswered`, whatever goes wrong there; `stopping` gives up at once. */
  ask(question: Question, stopping: AbortSignal): Promise<Answer>;
  /** Whether it is asked at all now, or left in peace after it failed again and again. */
  standing(): 'asked' | 'left in peace' | 'tried once';
}
