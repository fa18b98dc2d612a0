// What one owns and is still open: nobody books off holding something.
import { useBoard } from '../board/board.tsx';
import type { QueueItem } from '../board/queue-item.ts';

export const useHeld = (): QueueItem[] => useBoard().items.filter(({ mine }) => mine);
