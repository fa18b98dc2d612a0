// Who is acting, resolved once per request from the session: the only thing a command or a query trusts.
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Profession } from '../../shared/domain/activity.ts';

export interface Actor extends Viewer {
  accountId: string;
  sessionId: string;
  name: string;
  organisation: string;
  profession: Profession | null;
  seat: 'responder' | 'control' | 'edt' | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The product itself, for what nobody signed in did: the command line, a one-time link. The log shows it under its own name. */
export const NIGHTJAR: Actor = {
  accountId: NOBODY, staffId: NOBODY, sessionId: '', name: 'Nightjar', organisationId: NOBODY, organisation: '', profession: null,
  roles: [], receivingTeamIds: [], dutyId: null, teamId: null, seat: null,
};
