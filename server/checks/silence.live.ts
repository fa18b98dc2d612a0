// Sources whose systems do not answer, on the socket: for whoever may ask them.
import { maySeeSilentSources } from '../../shared/domain/visibility.ts';
import type { SilentSourceView } from '../../shared/protocol/silent-source.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { findSilences, silentSources, type SilentSource } from './silence.store.ts';

const viewOf = ({ id, code, name, phone, since }: SilentSource): SilentSourceView => ({ id, code, name, phone, since });

export const silentSourceSource: LiveSource<'silentSource'> = {
  entity: 'silentSource',
  touched: (events) => events.filter(({ entityType }) => entityType === 'checkSource').map(({ entityId }) => entityId),
  load: async (db, ids) => (await findSilences(db, ids)).map((silence) => {
    const view = viewOf(silence);
    return { id: silence.id, view: () => (silence.standing ? { entity: 'silentSource', id: silence.id, view } : null), seenBy: maySeeSilentSources };
  }),
  snapshot: async (db, actor) => (maySeeSilentSources(actor) ? (await silentSources(db)).map(viewOf) : []),
};
