// What is still owed before the day teams start, counted as it stands in the lists: nothing may be found at nine that nobody knew of.
import { earliest } from '../../../shared/domain/instant.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { nextBreach, statusOf } from '../../../shared/domain/status.ts';
import { itemsOf } from './desk-item.ts';
import type { DeskColumn, DeskItem } from './desk-item.ts';
import { statusFacts } from './status-facts.ts';

export interface BeforeNine {
  /** Sent on, and not yet taken over by anybody. */
  waiting: number;
  /** Sent to whoever looks, and not yet accepted by them. */
  unaccepted: number;
  /** Held by them: owned, or theirs to decide. */
  mine: number;
  /** Grade 1 that the police control room does not have yet: anybody's, at once. */
  toPolice: number;
  /** Past the time by which somebody should have taken them over. */
  late: number;
  /** Rejected without a right team, so theirs again. */
  cameBack: number;
  nearest: Instant | null;
}

const isWaiting = (item: DeskItem): boolean => item.kind === 'handover' && item.handover.state === 'sent';
const isLate = (item: DeskItem, now: Instant): boolean => item.kind === 'handover' && item.handover.state === 'sent' && item.handover.dueAt < now;

const clockOf = (item: DeskItem): Instant | null => {
  if (item.kind === 'incident') return nextBreach(statusFacts(item.incident))?.at ?? null;
  return item.handover.state === 'sent' ? item.handover.dueAt : null;
};

export function countOwed(columns: readonly DeskColumn[], staffId: string, now: Instant): BeforeNine {
  const itemsIn = (key: DeskColumn['key']) => columns.filter((column) => column.key === key).flatMap(itemsOf);
  const waiting = itemsIn('waiting').filter(isWaiting);
  const unaccepted = itemsIn('mine').filter(isWaiting);
  const mine = itemsIn('mine').filter((item) => item.kind === 'incident' && (item.incident.owner.staffId === staffId || item.followUp !== null));
  return {
    waiting: waiting.length,
    unaccepted: unaccepted.length,
    mine: mine.length,
    toPolice: columns.flatMap(itemsOf).filter((item) => item.kind === 'incident' && statusOf(statusFacts(item.incident)) === 'grade-1').length,
    late: [...waiting, ...unaccepted].filter((item) => isLate(item, now)).length,
    cameBack: mine.filter((item) => item.kind === 'incident' && item.cameBack !== null).length,
    nearest: earliest([...waiting, ...unaccepted, ...mine].map(clockOf)),
  };
}
