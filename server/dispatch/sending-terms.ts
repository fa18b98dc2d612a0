// What whoever sends has said besides whom, its words kept as statements, with what the policy of now lets them do.
import { PLAINLY, type SendingTerms } from '../../shared/domain/decide-dispatch.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveOptional, saveStatement } from '../events/append.ts';
import { policyNow } from '../incidents/policy.store.ts';

export interface SaidTerms { soloBecause?: string | null | undefined; meeting?: { where: string; meetAt: Instant | null } | null | undefined }

export async function termsOf(tx: Tx, incidentId: Id, { soloBecause = null, meeting = null }: SaidTerms): Promise<SendingTerms> {
  const { sending } = (await policyNow(tx, tx.now)).body;
  return {
    ...PLAINLY, needsDriver: sending.driverNeeded, solo: { soloId: newId(), reasonId: await saveOptional(tx, incidentId, soloBecause), allowed: sending.soloFirst },
    meeting: meeting === null ? null : { meetingId: newId(), whereId: await saveStatement(tx, incidentId, meeting.where), meetAt: meeting.meetAt },
  };
}
