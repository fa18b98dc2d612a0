// What somebody may do at the desk, from the roles they hold now (docs/practice.md, Who may see what).
import type { Me } from '../../shared/protocol/session.ts';
import type { HandoverView } from '../../shared/protocol/views.ts';

export interface DeskRights {
  /** Sees the night's incidents, works them and sends them on. */
  worksIncidents: boolean;
  /** Sits at the EDT desk, and takes over what is sent to it. */
  isEdt: boolean;
  /** Decides where a child was not seen. */
  isSupervisor: boolean;
  /** The receiving teams that this person takes cases over for. */
  teamIds: readonly string[];
}

export const rightsOf = ({ roles, receivingTeams }: Pick<Me, 'roles' | 'receivingTeams'>): DeskRights => ({
  worksIncidents: roles.includes('edt') || roles.includes('coordinator') || roles.includes('supervisor'),
  isEdt: roles.includes('edt'),
  isSupervisor: roles.includes('supervisor'),
  teamIds: receivingTeams.map(({ id }) => id),
});

/** Taking over and rejecting belong to the team that it was sent to; the EDT desk's are any EDT worker's. */
export const isSentToThem = (rights: DeskRights, handover: Pick<HandoverView, 'receivingTeamId'>, deskTeamIds: ReadonlySet<string>): boolean =>
  rights.teamIds.includes(handover.receivingTeamId) || (rights.isEdt && deskTeamIds.has(handover.receivingTeamId));
