// Takes a certificate away from today on, by name and with the reason. It stays in sight.
import { dateOf } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/certificates.ts';
import { Refused } from '../../database/transaction.ts';
import { record, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { endCertificateOn, lockCertificate, openDutyOf } from '../../identity/certificate.store.ts';

export const endCertificate: Command<typeof routes.endCertificate> = async (tx, { certificateId, reason }) => {
  const { staffId, skill, until, endedOn } = await lockCertificate(tx, certificateId);
  const today = dateOf(tx.now);
  if (endedOn !== null || (until !== null && until < today)) throw new Refused('certificate-over');
  const reasonId = await saveStatement(tx, null, reason);
  await endCertificateOn(tx, certificateId, today, reasonId);
  record(tx, {
    name: 'certificate.ended', at: tx.now, byId: tx.actor.staffId, entityType: 'certificate', entityId: certificateId, incidentId: null, payload: { staffId, skill, on: today, reasonId, dutyId: await openDutyOf(tx, staffId) },
  });
};
