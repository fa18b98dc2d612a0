// A receiving team's three columns: what waits for it, what it has, what it sent on or rejected. It sees nothing else.
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { byNewestEnd, byWorst } from './desk-item.ts';
import type { DeskColumn, HandoverItem } from './desk-item.ts';

const asItem = (handover: HandoverView): HandoverItem => ({ kind: 'handover', id: handover.id, handover, mine: false, ownerOffDuty: null });

export function owedToTeam(handovers: readonly HandoverView[]): DeskColumn[] {
  const inState = (...states: HandoverView['state'][]) => handovers.filter(({ state }) => states.includes(state));
  return [
    {
      key: 'waiting', title: 'Waiting for us', tab: 'Waiting', groups: [{ name: null, items: inState('sent').toSorted(byWorst).map(asItem) }],
      empty: { title: 'Nothing waits for you.', why: 'A case stands here from the moment it is sent to your team.' },
    },
    {
      key: 'mine', title: 'With us', tab: 'With us', groups: [{ name: null, items: inState('taken-over').toSorted(byNewestEnd).map(asItem) }],
      empty: { title: 'You have taken nothing over yet.', why: 'A case that somebody here takes over moves to this column.' },
    },
    {
      key: 'done', title: 'Sent on or rejected', tab: 'Sent on', groups: [{ name: null, items: inState('rejected', 'withdrawn').toSorted(byNewestEnd).map(asItem) }],
      empty: { title: 'Nothing was sent on or rejected.', why: 'A case that belonged elsewhere stands here, with the reason.' },
    },
  ];
}
