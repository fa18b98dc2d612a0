// The sentences of the timeline about how people were sent: who goes ahead alone, where they meet.
import { NEED_NAMES } from '../domain/activity.ts';
import { clockTime } from '../domain/duty-night.ts';
import type { Id } from '../domain/incident-file.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';
import type { ReservationEnd } from '../domain/reservation.ts';

export type SendingEvent = Extract<IncidentEvent, { name: `${'solo' | 'meeting' | 'reservation'}.${string}` }>;

const ENDED = {
  sent: 'sent', released: 'let go', 'ran-out': 'the time ran out', taken: 'taken for other work', 'off-duty': 'off duty', 'on-break': 'on a break', filled: 'somebody else fills the leg', 'task-ended': 'the task has ended',
} as const satisfies Record<ReservationEnd, string>;

export function sendingSentence(event: SendingEvent, names: { staff: (id: Id) => string }): string {
  switch (event.name) {
    case 'solo.begun': return `One leg goes ahead alone. Owed: ${event.owed.map((need) => NEED_NAMES[need]).join(' and ')}`;
    case 'reservation.made': return `${names.staff(event.staffId)} held for this until ${clockTime(event.untilAt)}, and not told of it`;
    case 'reservation.ended': return `${names.staff(event.staffId)} no longer held: ${ENDED[event.end]}`;
    case 'meeting.agreed': return `They meet before the door${event.meetAt === null ? '; whoever is first waits' : `, at ${clockTime(event.meetAt)}`}`;
    case 'meeting.calledOff': return 'They do not meet before the door any more';
  }
}
