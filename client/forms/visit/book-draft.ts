// What is written in the form that books or moves a visit, while nobody has sent it; also when it was put there by hand on the timeline.
import { z } from 'zod';
import { minutesBetween } from '../../../shared/domain/instant.ts';
import { keepDraft, keptDraft } from '../../ui/drafts.ts';
import { writtenMoment } from '../../ui/local-moment.ts';

export const BookDraft = z.object({ begins: z.string(), minutes: z.string(), after: z.string(), staffIds: z.record(z.string(), z.string()), isFixed: z.boolean(), reason: z.string(), told: z.string() });
interface PutLeg { legId: string; staffId: string; fromAt: string; untilAt: string }

export const bookDraftKey = (taskId: string, bookingId: string | null): string => `${taskId}.book.${bookingId ?? ''}`;

/** Minutes from the first beginning to the last. */
export const gapOf = (visits: readonly { fromAt: string }[]): number => {
  const begins = visits.map(({ fromAt }) => fromAt).toSorted();
  return begins.length < 2 ? 0 : minutesBetween(begins[0] ?? '', begins.at(-1) ?? '');
};

/** When and who, into the form; why and what the family was told stay as they were typed. */
export function putInBookForm(taskId: string, bookingId: string | null, legs: readonly PutLeg[]): void {
  const [first] = legs.toSorted((a, b) => a.fromAt.localeCompare(b.fromAt));
  if (first === undefined) return;
  const key = bookDraftKey(taskId, bookingId);
  const typed = BookDraft.partial().safeParse(read(keptDraft(key))).data;
  keepDraft(key, JSON.stringify({
    isFixed: false, reason: '', told: '', ...typed,
    begins: writtenMoment(first.fromAt), minutes: String(minutesBetween(first.fromAt, first.untilAt)), after: String(gapOf(legs)), staffIds: Object.fromEntries(legs.map(({ legId, staffId }) => [legId, staffId])),
  }));
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
