// Certificates that end soon, or have run out and were not renewed: while there is still time to do something.
import { dateOf } from '../../shared/domain/duty-night.ts';
import { SKILL_NAMES } from '../../shared/domain/skill.ts';
import type { CertificateView } from '../../shared/protocol/certificates.ts';
import { noonOf } from '../ui/local-day.ts';
import { dayText } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './roster.module.css';

const DAY_MS = 86_400_000;

export function EndingCertificates({ certificates }: { certificates: readonly CertificateView[] }) {
  const now = useNow();
  const today = dateOf(now.toISOString());
  return (
    <section aria-label="Certificates" className={classes['side']}>
      <h2 className={classes['heading']}>Certificates that end</h2>
      {certificates.length === 0 && <p className={classes['dim']}>None within the time that the policy warns of. An administrator enters them, under Accounts.</p>}
      <ul className={classes['plain']}>
        {certificates.map(({ id, name, skill, until }) => {
          const days = Math.round((Date.parse(until ?? today) - Date.parse(today)) / DAY_MS);
          return (
            <li key={id} className={classes['certificate']} data-over={days < 0 || undefined}>
              <strong>{name}</strong>
              <span>{SKILL_NAMES[skill]}</span>
              <span>{days < 0 ? `ran out ${dayText(noonOf(until ?? today), now)}: nobody is sent on it` : days === 0 ? 'last day today' : `last day ${dayText(noonOf(until ?? today), now)}, in ${days} ${days === 1 ? 'day' : 'days'}`}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
