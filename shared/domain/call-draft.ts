// A call that is being taken and not saved yet: who may see it, and when it is forgotten by everybody (docs/practice.md, Intake).
import type { Id } from './incident-file.ts';
import type { Door } from './incident-words.ts';
import { minutesBetween, type Instant } from './instant.ts';
import type { Viewer } from './visibility.ts';

export const DRAFT_FORMS = ['console', 'desk'] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

/** A caller is waiting for somebody to have written this down. */
export const UNTOUCHED_MINUTES = 10;
/** So long one can bring back what one threw away. */
export const UNDO_MINUTES = 10;

export interface DraftSight { beganById: Id; heldById: Id; door: Door | null; form: DraftForm }

/** Control on duty sees every one, the EDT desk on duty those of its own door or taken at a desk, and everybody their own: a duty that has ended takes no half-written call from its writer. */
export function maySeeDraft(viewer: Viewer, draft: DraftSight): boolean {
  if (draft.heldById === viewer.staffId || draft.beganById === viewer.staffId) return true;
  if (viewer.dutyId === null) return false;
  return viewer.roles.some((role) => role === 'coordinator' || role === 'supervisor') || (viewer.roles.includes('edt') && (draft.door === 'edt' || draft.form === 'desk'));
}

export const isUntouched = (draft: { touchedAt: Instant }, now: Instant): boolean => minutesBetween(draft.touchedAt, now) >= UNTOUCHED_MINUTES;
