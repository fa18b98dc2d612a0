// The sentences of the timeline about how people were sent: who goes ahead alone, where they meet.
import { NEED_NAMES } from '../domain/activity.ts';
import { clockTime } from '../domain/duty-night.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';

export type SendingEvent = Extract<IncidentEvent, { name: `${'solo' | 'meeting'}.${string}` }>;

export function sendingSentence(event: SendingEvent): string {
  switch (event.name) {
    case 'solo.begun': return `One leg goes ahead alone. Owed: ${event.owed.map((need) => NEED_NAMES[need]).join(' and ')}`;
    case 'meeting.agreed': return `They meet before the door${event.meetAt === null ? '; whoever is first waits' : `, at ${clockTime(event.meetAt)}`}`;
  }
}
