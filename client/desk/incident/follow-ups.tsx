// What knocking or a missed child left open: each with its owner and clock, and the way to decide it.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { FOLLOW_UP_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import { rightsOf } from '../desk-rights.ts';
import classes from './lines.module.css';
import type { OpenForm } from './incident-form.ts';

const CAUSE_NAMES = { 'no-access': 'Nobody let us in', 'child-not-seen': 'A child was not seen' } as const;

export function FollowUps({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const now = useNow();
  const me = useMe();
  const { isSupervisor } = rightsOf(me);
  const { followUps } = incident;
  const first = followUps.find(({ decision }) => decision === null)?.id;
  if (followUps.length === 0) return null;
  return (
    <Section name="Follow-ups">
      <ul className={classes['lines']}>
        {followUps.map(({ id, cause, openedAt, dueAt, owner, decision, decidedBy, decidedAt }) => (
          <li key={id} className={classes['line']} data-owed={decision === null || undefined}>
            <div className={classes['words']}>
              <span className={classes['what']}>{CAUSE_NAMES[cause]}</span>
              <span className={classes['dim']}>{decision === null
                ? `since ${dayAndTime(openedAt, now)}, ${owner.staffId === me.staffId ? 'yours to decide' : `for ${owner.name} to decide`}`
                : [FOLLOW_UP_NAMES[decision], decidedBy && `decided by ${decidedBy.name}`, decidedAt && dayAndTime(decidedAt, now)].filter(Boolean).join(', ')}
              </span>
            </div>
            {decision === null && <TimeLeft reportedAt={openedAt} dueAt={dueAt} now={now} />}
            {decision === null && (
              <ActionButton
                label="Decide"
                size="xs"
                keys={id === first ? 'F' : undefined}
                refusal={cause === 'child-not-seen' && !isSupervisor ? refusalSentence({ code: 'manager-decides' }) : undefined}
                onAct={() => onForm({ name: 'follow-up', id })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
