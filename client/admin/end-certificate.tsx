// Taking a certificate away from today on: with the reason, and by the name of whoever does it.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { SKILL_NAMES } from '../../shared/domain/skill.ts';
import { endCertificate, type CertificateView } from '../../shared/protocol/certificates.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { useAdminSend } from './use-admin.ts';

export function EndCertificate({ certificate: { id, skill, name }, onClose }: { certificate: CertificateView; onClose: () => void }) {
  const send = useAdminSend();
  const [reason, setReason] = useState('');
  const end = async () => {
    const ended = await send(endCertificate, { certificateId: id, reason: reason.trim() });
    if (ended) onClose();
  };
  return (
    <FieldGroup name={`End “${SKILL_NAMES[skill]}” of ${name}`} hint="From today on nobody is sent on it. It stays in this list, with your name.">
      <Textarea label="Why" value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} data-autofocus />
      <FieldActions>
        <ActionButton label="End it today" tone="danger" refusal={reason.trim() === '' ? 'Say why, in a few words.' : undefined} onAct={end} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </FieldGroup>
  );
}
