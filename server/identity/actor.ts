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
