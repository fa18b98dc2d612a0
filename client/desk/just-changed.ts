// Which cases are news: changed in the last seconds, so briefly marked in the lists.
import { useRecentlyChanged } from '../live/live-store.tsx';
import type { DeskItem } from './board/desk-item.ts';

export function useJustChanged(): (item: DeskItem) => boolean {
  const handovers = useRecentlyChanged('handover');
  const incidents = useRecentlyChanged('incident');
  return ({ kind, id }) => (kind === 'handover' ? handovers : incidents).has(id);
}
