// How a handover stands, in the field's words: sent to whom, taken over by whom and how, rejected or withdrawn and why.
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import type { Moment } from '../../ui/time-text.ts';

/** `Taken over by Amy Receiver`, with how: in person or on the phone. */
export function endedText(handover: HandoverView): string {
  switch (handover.state) {
    case 'sent': return `Waits for somebody at ${handover.receivingTeam}`;
    case 'taken-over': return `Taken over by ${handover.takenBy ?? 'a named person'}${handover.takenHow === 'phone' ? ', on the phone' : ''}`;
    case 'rejected': return handover.rightTeam === null ? 'Rejected: right team not known' : `Rejected: sent on to ${handover.rightTeam}`;
    case 'withdrawn': return 'Withdrawn before anybody had it';
  }
}

export const sentText = (handover: HandoverView, now: Moment): string => `sent ${dayAndTime(handover.sentAt, now)} by ${handover.sentBy.name}`;
