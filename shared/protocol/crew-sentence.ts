// The sentences of the timeline about looking after the crew.
import type { Id } from '../domain/incident-file.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';
import { SOS_ENDING_NAMES } from '../domain/sos.ts';

export type CrewEvent = Extract<IncidentEvent, { name: `crew.${string}` }>;

export function crewSentence(event: CrewEvent, names: { staff: (id: Id) => string }): string {
  switch (event.name) {
    case 'crew.sosSent': return `SOS from ${names.staff(event.staffId)}`;
    case 'crew.sosEnded': return `The SOS of ${names.staff(event.staffId)} is over: ${SOS_ENDING_NAMES[event.ending].replace(/^./, (first) => first.toLowerCase())}`;
  }
}
