// Entering a certificate: what for, and its first and last day.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { SKILL_NAMES, SKILLS } from '../../shared/domain/skill.ts';
import { addCertificate } from '../../shared/protocol/certificates.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FieldActions, FieldGroup, FieldRow } from '../ui/field.tsx';
import { readDay } from '../ui/local-day.ts';
import { useNow } from '../ui/use-now.tsx';
import { useAdminSend } from './use-admin.ts';

export function CertificateForm({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const send = useAdminSend();
  const now = useNow();
  const [skill, setSkill] = useState<(typeof SKILLS)[number]>('amhp');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const begins = from.trim() === '' ? dateOf(now.toISOString()) : readDay(from);
  const ends = until.trim() === '' ? null : readDay(until);
  const unread = begins === null || (until.trim() !== '' && ends === null);
  const refusal = unread ? 'Write the days as 12 Mar 2026.' : ends !== null && ends < begins ? refusalSentence({ code: 'certificate-days' }) : undefined;

  const enter = async () => {
    if (begins === null) return;
    const entered = await send(addCertificate, { staffId: account.staffId, skill, from: begins, until: ends });
    if (entered) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal === undefined) void enter();
  };

  return (
    <form onSubmit={submit}>
      <FieldGroup name={`A certificate of ${account.name}`} hint="Both days are included. Past the last one nobody is sent on it.">
        <NativeSelect
          label="What for" data={SKILLS.map((value) => ({ value, label: SKILL_NAMES[value] }))} value={skill} data-autofocus
          onChange={(event) => setSkill(SKILLS.find((one) => one === event.currentTarget.value) ?? skill)}
        />
        <FieldRow>
          <DayField label="First day, empty: today" text={from} onChange={setFrom} placeholder="1 Sep 2025" />
          <DayField label="Last day, empty: for good" text={until} onChange={setUntil} placeholder="31 Aug 2027" />
        </FieldRow>
        <FieldActions>
          <ActionButton label="Enter the certificate" tone="primary" refusal={refusal} onAct={enter} />
          <ActionButton label="Not now" tone="quiet" onAct={onClose} />
        </FieldActions>
      </FieldGroup>
    </form>
  );
}
