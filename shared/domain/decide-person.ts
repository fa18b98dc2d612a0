// Correcting who somebody is, saying who they are to each other, and that two records are one person; all of it can be taken back.
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import type { Id, IncidentFile, PersonLink, StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import { saysTheSame, type KinKind } from './kin.ts';

const named = (file: IncidentFile, personId: Id): PersonLink | undefined => file.people.find((link) => link.personId === personId);

/** Possible on a closed incident too: what was written down must become true. */
export function decideDescribePerson(file: IncidentFile, command: { personId: Id; factsId: Id; beforeId: Id | null; isChild: boolean; reasonId: StatementId | null }, who: Who): Decision<IncidentEvent> {
  const link = named(file, command.personId);
  return link === undefined ? refuse('not-found') : accept({ name: 'person.described', at: who.now, byId: who.staffId, linkId: link.id, ...command });
}

export function decideRelate(file: IncidentFile, command: { kinId: Id; personId: Id; toId: Id; kind: KinKind }, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  if (named(file, command.personId) === undefined || named(file, command.toId) === undefined) return refuse('not-found');
  if (command.personId === command.toId) return refuse('person-is-itself');
  if (file.kin.some((kin) => kin.endedAt === null && saysTheSame(kin, command))) return refuse('said-already');
  return accept({ name: 'person.related', at: who.now, byId: who.staffId, ...command });
}

export function decideUnrelate(file: IncidentFile, kinId: Id, who: Who): Decision<IncidentEvent> {
  const kin = file.kin.find(({ id }) => id === kinId);
  if (kin === undefined) return refuse('not-found');
  if (kin.endedAt !== null) return refuse('said-already');
  return accept({ name: 'person.unrelated', at: who.now, byId: who.staffId, kinId, personId: kin.personId, toId: kin.toId });
}

/** Says that two records are one person; neither is changed by it. */
export function decideMatch(file: IncidentFile, command: { matchId: Id; personId: Id; otherId: Id; matchedAlready: boolean; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const { matchedAlready, ...match } = command;
  if (named(file, match.personId) === undefined) return refuse('not-found');
  if (match.personId === match.otherId || named(file, match.otherId) !== undefined) return refuse('person-is-itself');
  if (matchedAlready) return refuse('said-already');
  return accept({ name: 'person.matched', at: who.now, byId: who.staffId, ...match });
}

export function decideUnmatch(file: IncidentFile, command: { matchId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const match = file.matches.find(({ id }) => id === command.matchId);
  if (match === undefined) return refuse('not-found');
  if (match.endedAt !== null) return refuse('said-already');
  return accept({ name: 'person.unmatched', at: who.now, byId: who.staffId, matchId: match.id, personId: match.personId, otherId: match.otherId, reasonId: command.reasonId });
}
