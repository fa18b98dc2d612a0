// What became of an incident, in a few words for a line beside a call.
import { ENDING_NAMES, OUTCOME_NAMES } from '../../shared/domain/incident-words.ts';
import type { PastIncident } from '../../shared/protocol/call-lookups.ts';

/** The last outcome says most; the ending alone where nobody was sent. */
export function becameWords({ open, owner, ending, outcomes }: Pick<PastIncident, 'open' | 'owner' | 'ending' | 'outcomes'>): string {
  const last = outcomes.at(-1);
  const outcome = last === undefined ? null : OUTCOME_NAMES[last].replace(', because …', '');
  if (open) return ['open', `with ${owner}`, outcome].filter((part) => part !== null).join(', ');
  return outcome ?? (ending === null ? 'closed' : ENDING_NAMES[ending]);
}
