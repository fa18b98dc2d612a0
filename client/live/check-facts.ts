// What the words about checks are made from, as a screen was shown it.
import { checksLine, recordedHere, type CheckFacts } from '../../shared/domain/check-words.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';

export type Checked = Pick<IncidentView, 'people' | 'checks' | 'location'>;

export const checkFacts = ({ people, checks }: Pick<Checked, 'people' | 'checks'>): CheckFacts => ({ people, locationId: checks.locationId, sources: checks.sources, checks: checks.items });

export const sendableOf = ({ people, checks, location }: Checked) => ({
  namedIds: new Set(people.map(({ personId }) => personId).filter((id) => !checks.unnamedIds.includes(id))), secretAddress: location?.secret ?? true,
});

/** Never "no warnings" (docs/practice.md, Checks). */
export const safetyLine = (incident: Pick<IncidentView, 'people' | 'checks' | 'warnings'>): string => checksLine(recordedHere(incident.warnings.length), checkFacts(incident));
