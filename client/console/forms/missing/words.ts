// What comes next for somebody missing, as the console says it: the button, and the form that it opens.
import { nextForMissing, type MissingNext } from '../../../../shared/domain/missing.ts';
import type { IncidentView } from '../../../../shared/protocol/views.ts';

export const MISSING_STEPS = ['found', 'fact', 'assess', 'interview', 'prevention', 'end'] as const;
export type MissingStep = (typeof MISSING_STEPS)[number];
export type Missing = IncidentView['missing'][number];

export const NEXT_STEP = {
  find: { step: 'found', label: 'Found' }, see: { step: 'found', label: 'Seen' }, interview: { step: 'interview', label: 'Return interview' }, prevention: { step: 'prevention', label: 'Prevention interview' },
} as const satisfies Record<NonNullable<MissingNext>, { step: MissingStep; label: string }>;

export const nameOfMissing = (incident: Pick<IncidentView, 'people'>, { personId }: Pick<Missing, 'personId'>): string => incident.people.find((person) => person.personId === personId)?.name ?? 'Somebody';

/** The first of several for whom something is next: those still to be found before those who are owed an interview. */
export function firstMissing(incident: IncidentView): { missing: Missing; next: NonNullable<MissingNext> } | null {
  const order: readonly MissingNext[] = ['find', 'see', 'interview', 'prevention'];
  const open = incident.missing.flatMap((missing) => {
    const next = nextForMissing(missing, incident.people);
    return next === null ? [] : [{ missing, next }];
  });
  return open.toSorted((a, b) => order.indexOf(a.next) - order.indexOf(b.next))[0] ?? null;
}
