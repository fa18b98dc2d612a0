// A case in the lists, and the columns it can stand in: what is owed decides where, and each case stands in one place.
import type { HandoverView, IncidentView } from '../../../shared/protocol/views.ts';

export type FollowUp = IncidentView['followUps'][number];

export interface HandoverItem {
  kind: 'handover';
  id: string;
  handover: HandoverView;
  /** Theirs until a named person takes it over. */
  mine: boolean;
  /** Who owns it meanwhile and is not on duty: somebody must take it. */
  ownerOffDuty: string | null;
}

export interface IncidentItem {
  kind: 'incident';
  id: string;
  incident: IncidentView;
  /** Theirs to decide, the nearest first. */
  followUp: FollowUp | null;
  /** Rejected without naming the right team, and not sent again. */
  cameBack: HandoverView | null;
}

export type DeskItem = HandoverItem | IncidentItem;

export interface DeskGroup {
  /** Null where the column has but one. */
  name: string | null;
  items: readonly DeskItem[];
}

export interface DeskColumn {
  key: 'waiting' | 'mine' | 'done';
  title: string;
  /** In a word or two, for a tab. */
  tab: string;
  groups: readonly DeskGroup[];
  /** Said when nothing stands in it, and why that may be. */
  empty: { title: string; why: string };
}

export const itemsOf = (column: DeskColumn): DeskItem[] => column.groups.flatMap(({ items }) => items);

/** Worst first: the nearest deadline, then the stricter grade, then the longest wait. */
export const byWorst = (a: HandoverView, b: HandoverView): number =>
  a.dueAt.localeCompare(b.dueAt) || a.grade - b.grade || a.sentAt.localeCompare(b.sentAt);

export const byNewestEnd = (a: HandoverView, b: HandoverView): number => (b.endedAt ?? '').localeCompare(a.endedAt ?? '');
