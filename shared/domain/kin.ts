// Who somebody is to somebody else within an incident, and who is said to be the same person as in another record: said by a person, never by the product.
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { Instant } from './instant.ts';

export const KIN_KINDS = ['parent-of', 'sibling-of', 'partner-of', 'carer-of', 'other-family-of'] as const;
export type KinKind = (typeof KIN_KINDS)[number];
export const KIN_NAMES = {
  'parent-of': 'parent of', 'sibling-of': 'brother or sister of', 'partner-of': 'partner of', 'carer-of': 'carer of', 'other-family-of': 'of the family of',
} as const satisfies Record<KinKind, string>;
/** As the other one says it. */
export const KIN_TURNED = {
  'parent-of': 'child of', 'sibling-of': 'brother or sister of', 'partner-of': 'partner of', 'carer-of': 'cared for by', 'other-family-of': 'of the family of',
} as const satisfies Record<KinKind, string>;
/** Said from either side it is the same. */
const BOTH_WAYS: ReadonlySet<KinKind> = new Set<KinKind>(['sibling-of', 'partner-of', 'other-family-of']);

export interface Kin { id: Id; personId: Id; toId: Id; kind: KinKind; endedAt: Instant | null }
/** `otherId` is a person of another incident; the two records stay two. */
export interface PersonMatch { id: Id; personId: Id; otherId: Id; reasonId: StatementId; at: Instant; byId: Id; endedAt: Instant | null; endedById: Id | null }
export interface KinParts { kin: readonly Kin[]; matches: readonly PersonMatch[] }

export interface KinBodies {
  'person.related': { kinId: Id; personId: Id; toId: Id; kind: KinKind };
  'person.unrelated': { kinId: Id; personId: Id; toId: Id };
  'person.matched': { matchId: Id; personId: Id; otherId: Id; reasonId: StatementId };
  'person.unmatched': { matchId: Id; personId: Id; otherId: Id; reasonId: StatementId };
}
type KinEventOf<N extends keyof KinBodies> = { name: N; at: Instant; byId: Id } & KinBodies[N];
export type KinEvent = { [N in keyof KinBodies]: KinEventOf<N> }[keyof KinBodies];

export const saysTheSame = (kin: Pick<Kin, 'personId' | 'toId' | 'kind'>, other: Pick<Kin, 'personId' | 'toId' | 'kind'>): boolean =>
  kin.kind === other.kind && ((kin.personId === other.personId && kin.toId === other.toId) || (BOTH_WAYS.has(kin.kind) && kin.personId === other.toId && kin.toId === other.personId));

export function applyKin(file: IncidentFile, event: KinEvent): IncidentFile {
  switch (event.name) {
    case 'person.related': return { ...file, kin: [...file.kin, { id: event.kinId, personId: event.personId, toId: event.toId, kind: event.kind, endedAt: null }] };
    case 'person.unrelated': return { ...file, kin: file.kin.map((one) => (one.id === event.kinId ? { ...one, endedAt: event.at } : one)) };
    case 'person.matched': return { ...file, matches: [...file.matches, {
      id: event.matchId, personId: event.personId, otherId: event.otherId, reasonId: event.reasonId, at: event.at, byId: event.byId, endedAt: null, endedById: null,
    }] };
    case 'person.unmatched': return { ...file, matches: file.matches.map((one) => (one.id === event.matchId ? { ...one, endedAt: event.at, endedById: event.byId } : one)) };
  }
}
