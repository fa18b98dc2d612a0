// How an incident stands, in a word or two; where all that is left to do is on the phone, in the words of a phone.
import { statusOf, STATUS_WORDS } from '../../../shared/domain/status.ts';
import type { Status } from '../../../shared/domain/status.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { statusFacts } from './status-facts.ts';

const ON_THE_PHONE: Partial<Record<Status, string>> = { uncovered: 'to be rung', sent: 'not rung yet', going: 'ringing', there: 'speaking', left: 'rung' };

export function statusWords(incident: IncidentView): string {
  const status = statusOf(statusFacts(incident));
  const open = incident.tasks.filter(({ state }) => state === 'open');
  const byPhone = open.length > 0 && open.every(({ kind }) => kind === 'phone');
  return (byPhone ? ON_THE_PHONE[status] : undefined) ?? STATUS_WORDS[status];
}
