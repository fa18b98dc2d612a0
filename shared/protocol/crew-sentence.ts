// The sentences of the timeline about looking after the crew.
import { ONLY_WORDS } from '../domain/crew-gender.ts';
import { clockTime } from '../domain/duty-night.ts';
import type { Id } from '../domain/incident-file.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';
import { SOS_ENDING_NAMES } from '../domain/sos.ts';

export type CrewEvent = Extract<IncidentEvent, { name: `${'crew' | 'stay'}.${string}` }>;

export function crewSentence(event: CrewEvent, names: { staff: (id: Id) => string }): string {
  switch (event.name) {
    case 'stay.set': return `${names.staff(event.staffId)} expects to leave by ${clockTime(event.leaveBy)}, and checks in every ${event.everyMinutes} minutes, next by ${clockTime(event.checkInBy)}`;
    case 'stay.leaving': return `${names.staff(event.staffId)} expects to leave by ${clockTime(event.leaveBy)}`;
    case 'stay.checkedIn': return `${names.staff(event.staffId)} checked in: all well${event.byId === event.staffId ? '' : `, said by ${names.staff(event.byId)}`}`;
    case 'crew.parted': return `Those of a joint visit have been apart from one another since ${clockTime(event.since)}`;
    case 'crew.together': return 'Those of the joint visit are together again';
    case 'crew.sentAlone': return `${names.staff(event.staffId)} sent alone, where visits are double-crewed only, by a supervisor’s decision`;
    case 'crew.sentDespite': return `${names.staff(event.staffId)} sent though the visit is for ${ONLY_WORDS[event.only]}, by a supervisor’s decision`;
    case 'crew.warningsRead': return `${names.staff(event.staffId)} has read the staff-safety ${event.warningIds.length === 1 ? 'warning' : 'warnings'}, before ${event.before === 'going' ? 'setting out' : 'the door'}`;
    case 'crew.sosSent': return `SOS from ${names.staff(event.staffId)}`;
    case 'crew.sosEnded': return `The SOS of ${names.staff(event.staffId)} is over: ${SOS_ENDING_NAMES[event.ending].replace(/^./, (first) => first.toLowerCase())}`;
  }
}
