// What waits for a second person, and what they answered: until they agree, the stricter grade stands.
import { ENDING_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Section } from '../case/section.tsx';
import type { OpenForm } from './incident-form.ts';
import classes from './lines.module.css';

type Request = IncidentView['requests'][number];

const ANSWERS = { waiting: 'waits for a supervisor', agreed: 'agreed', refused: 'refused', withdrawn: 'withdrawn' } as const satisfies Record<Request['state'], string>;

export function requestText(request: Pick<Request, 'kind' | 'toGrade' | 'ending' | 'receivingTeam'>): string {
  switch (request.kind) {
    case 'grade': return `Lower it to Grade ${request.toGrade ?? '?'}`;
    case 'end': return request.ending === null ? 'End it' : `End it: ${ENDING_NAMES[request.ending]}`;
    case 'hand-over': return `Hand it over unattended${request.receivingTeam === null ? '' : ` to ${request.receivingTeam}`}`;
  }
}

export function SecondPerson({ incident, onForm }: { incident: IncidentView; onForm: OpenForm }) {
  const now = useNow();
  const me = useMe();
  const { requests } = incident;
  if (requests.length === 0) return null;
  return (
    <Section name="Asked of a second person">
      <ul className={classes['lines']}>
        {requests.map((request) => (
          <li key={request.id} className={classes['line']}>
            <div className={classes['words']}>
              <span className={classes['what']}>{requestText(request)}</span>
              <span className={classes['dim']}>“{request.rationale}” {request.by.name}, {dayAndTime(request.at, now)}</span>
            </div>
            <span className={classes['state']}>{ANSWERS[request.state]}{request.decidedBy !== null && ` (${request.decidedBy.name})`}</span>
            {request.state === 'waiting' && request.by.staffId === me.staffId && (
              <ActionButton label="Withdraw the question" keys="Shift+W" size="xs" tone="quiet" onAct={() => onForm({ name: 'withdraw-request', id: request.id })}>Withdraw</ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
