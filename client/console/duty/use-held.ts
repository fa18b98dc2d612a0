// What one owns and is still open: nobody books off holding something.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useBoard } from '../board/board.tsx';
import type { QueueItem } from '../board/queue-item.ts';

/** News on closed incidents that one owns: it is held too. */
export function useHeldNews(): IncidentView[] {
  const { incidents, me } = useBoard();
  return [...incidents.values()].filter(({ news }) => news.some(({ decision, owner }) => decision === null && owner.staffId === me.staffId));
}

export const useHeld = (): QueueItem[] => useBoard().items.filter(({ mine }) => mine);
