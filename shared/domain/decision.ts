// What a rule answers: events that happened, or a refusal a person can understand.
import type { RefusalCode } from './refusal.ts';

export interface Refusal {
  code: RefusalCode;
  /** Names, times and words that the sentence shows: never more than the actor may see. */
  facts?: Record<string, string>;
}

export type Decision<E> = { accepted: true; events: readonly E[] } | { accepted: false; refusal: Refusal };

export const accept = <E>(...events: E[]): Decision<E> => ({ accepted: true, events });

export const refuse = (code: RefusalCode, facts?: Record<string, string>): { accepted: false; refusal: Refusal } => ({
  accepted: false,
  refusal: facts === undefined ? { code } : { code, facts },
});
