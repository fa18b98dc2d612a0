// What one person may do on the strength of a certificate, and until when; those that have ended stay in sight.
import { useState } from 'react';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { isInDate, SKILL_NAMES } from '../../shared/domain/skill.ts';
import type { CertificateView } from '../../shared/protocol/certificates.ts';
import type { AccountView } from '../../shared/protocol/views.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { noonOf } from '../ui/local-day.ts';
import { dayText } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './admin.module.css';
import { CertificateForm } from './certificate-form.tsx';
import { EndCertificate } from './end-certificate.tsx';
import { useCertificates } from './use-admin.ts';

export function Certificates({ account }: { account: AccountView }) {
  const { data } = useCertificates();
  const [adding, setAdding] = useState(false);
  const own = (data ?? []).filter(({ staffId }) => staffId === account.staffId);
  return (
    <section className={classes['section']} aria-label="Certificates">
      <h3 className={classes['heading']}>Certificates</h3>
      {data !== undefined && own.length === 0 && <p className={classes['quiet']}>None: {account.name} is sent on no leg that rests on one.</p>}
      <ul className={classes['list']}>{own.map((certificate) => <Line key={certificate.id} certificate={certificate} />)}</ul>
      {adding
        ? <CertificateForm account={account} onClose={() => setAdding(false)} />
        : <ActionButton label="Enter a certificate" keys="C" onAct={() => setAdding(true)} />}
    </section>
  );
}

function Line({ certificate }: { certificate: CertificateView }) {
  const now = useNow();
  const [ending, setEnding] = useState(false);
  const { skill, until, endedOn } = certificate;
  const today = dateOf(now.toISOString());
  const over = endedOn !== null || (until !== null && until < today);
  if (ending) return <li><EndCertificate certificate={certificate} onClose={() => setEnding(false)} /></li>;
  return (
    <li className={classes['item']}>
      <span className={over ? classes['quiet'] : undefined}>{SKILL_NAMES[skill]}</span>
      <span className={classes['quiet']}>{daysText(certificate, today, now)}</span>
      {!over && <ActionButton label={`End ${SKILL_NAMES[skill]}`} tone="quiet" size="xs" onAct={() => setEnding(true)}>End</ActionButton>}
    </li>
  );
}

function daysText(certificate: CertificateView, today: string, now: Date): string {
  const { from, until, endedOn, endedBy, reason } = certificate;
  const day = (date: string): string => dayText(noonOf(date), now);
  if (endedOn !== null) return `ended ${day(endedOn)} by ${endedBy ?? 'somebody'}: ${reason ?? ''}`;
  if (until !== null && until < today) return `ran out ${day(until)}`;
  if (!isInDate(certificate, today)) return `from ${day(from)}${until === null ? '' : ` until ${day(until)}`}`;
  return until === null ? 'for good' : `until ${day(until)}`;
}
