// Enters a certificate. What it is for, from when and until when is on the log.
import type * as routes from '../../../shared/protocol/certificates.ts';
import { Refused } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { openDutyOf, saveCertificate } from '../../identity/certificate.store.ts';

export const addCertificate: Command<typeof routes.addCertificate> = async (tx, { staffId, skill, from, until }) => {
  if (until !== null && until < from) throw new Refused('certificate-days');
  const staff = await tx.query<unknown[]>('SELECT FROM staff WHERE id = $1', [staffId]);
  if (staff.length === 0) throw new Refused('not-found');
  const certificateId = await saveCertificate(tx, { staffId, skill, from, until }, tx.now, tx.actor.staffId);
  record(tx, {
    name: 'certificate.entered', at: tx.now, byId: tx.actor.staffId, entityType: 'certificate', entityId: certificateId, incidentId: null, payload: { staffId, skill, from, until, dutyId: await openDutyOf(tx, staffId) },
  });
  return { certificateId };
};
