// Which form stands open over an incident, and what it is about. One at a time: no form opens another.
import type { Diversion } from '../../shared/protocol/suggestions.ts';
import type { MissingStep } from './forms/missing/words.ts';

/** Forms about the incident as a whole. */
export const PLAIN_FORMS = ['grade', 'assess', 'task', 'hand-over', 'end', 'give', 'note', 'correct', 'person', 'police', 'warning', 'check', 'strike-check', 'not-taken', 'restrict', 'reopen', 'report-missing', 'tell', 'lead', 'instruct', 'news', 'advice', 'review'] as const;

export type OpenForm =
  | { name: (typeof PLAIN_FORMS)[number] }
  /** Without a task, the first that still lacks somebody. */
  | { name: 'send'; taskId: string | null; insteadOf: readonly string[] }
  | { name: 'divert'; taskId: string; version: number; diversion: Diversion }
  /** Without a leg, the first of an open task. */
  | { name: 'leg-skills'; legId: string | null }
  /** Without a task, the first that somebody is on the way for. */
  | { name: 'meeting'; taskId: string | null }
  | { name: 'stand-down'; assignmentIds: readonly string[] }
  | { name: 'step-back' | 'seen' | 'no-access'; assignmentId: string }
  | { name: 'outcome' | 'cancel-task'; taskId: string }
  | { name: 'follow-up'; followUpId: string }
  | { name: 'describe' | 'known'; personId: string }
  | { name: 'missing'; missingId: string; step: MissingStep }
  | { name: 'review-warning'; warningId: string }
  | { name: 'second'; requestId: string }
  /** Without a task, the first that has no visit booked. */
  | { name: 'book'; taskId: string | null }
  | { name: 'suits'; taskId: string }
  | { name: 'call-off'; taskId: string; bookingId: string }
  | { name: 'withdraw' | 'taken-by-phone'; handoverId: string };

export const plainForm = (name: (typeof PLAIN_FORMS)[number]): OpenForm => ({ name });
