// What waits for a decision about this incident: a second person, a follow-up, a handover that nobody has taken over, somebody sent who has not answered.
import { aloneByDecline } from '../../../shared/domain/alone-by-decline.ts';
import { DECLINE_NAMES, ENDING_NAMES } from '../../../shared/domain/incident-words.ts';
import { isDoubleCrewedOnly } from '../../../shared/domain/crew-safety.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { calledAs } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import classes from './incident.module.css';

type Request = IncidentView['requests'][number];

export function askedFor(request: Request): string {
  switch (request.kind) {
    case 'grade': return `a later target: Grade ${request.toGrade ?? '?'}`;
    case 'end': return `an ending: ${request.ending === null ? 'closed' : ENDING_NAMES[request.ending].toLowerCase()}`;
    case 'hand-over': return `a handover to ${request.receivingTeam ?? 'a day team'}`;
  }
}

export const CAUSE_NAMES = { 'no-access': 'Nobody let us in', 'child-not-seen': 'A child was not seen' } as const;

export function Attention({ incident }: { incident: IncidentView }) {
  const { me, now } = useBoard();
  const { openForm } = useConsole();
  const waiting = incident.requests.filter(({ state }) => state === 'waiting');
  const followUps = incident.followUps.filter(({ decision }) => decision === null);
  const sent = incident.handovers.filter(({ state }) => state === 'sent');
  const silent = Map.groupBy(incident.assignments.filter(({ id, state }) => state === 'dispatched' && incident.alarms.some(({ cause, aboutId }) => cause === 'no-answer' && aboutId === id)), (assignment) => `${assignment.taskId} ${calledAs(assignment)}`);
  const alone = incident.tasks.flatMap(({ id }) => aloneByDecline(incident, id) ?? []);
  if (waiting.length + followUps.length + sent.length + silent.size + alone.length === 0) return null;
  return (
    <section className={classes['attention']} aria-label="Waiting for a decision">
      {waiting.map((request) => (
        <div key={request.id} className={classes['waiting']}>
          <div>
            <p className={classes['asks']}>{request.by.name} asks for {askedFor(request)}</p>
            <p className={classes['quiet']}>{dayAndTime(request.at, now)} · “{request.rationale}” · Grade {incident.grade} stands until a second person agrees.</p>
          </div>
          <ActionButton label={request.by.staffId === me.staffId ? 'Withdraw' : me.isSupervisor ? 'Decide' : 'Look'} size="xs" onAct={() => openForm({ name: 'second', requestId: request.id })} />
        </div>
      ))}
      {alone.map(({ declined, alone: left }) => (
        <div key={declined.id} className={classes['waiting']}>
          <div>
            <p className={classes['asks']}>{declined.name} declined: {left.map(({ name }) => name).join(' and ')} {left.length === 1 ? 'goes' : 'go'} on alone</p>
            <p className={classes['quiet']}>{declined.declineReason === null ? '' : `${DECLINE_NAMES[declined.declineReason].toLowerCase()} · `}{dayAndTime(declined.endedAt ?? declined.dispatchedAt, now)}{isDoubleCrewedOnly(incident) ? ' · double-crewed visits only: they are told to wait' : ''}</p>
          </div>
          <ActionButton label={`Send somebody in the place of ${declined.name}`} size="xs" onAct={() => openForm({ name: 'send', taskId: declined.taskId, insteadOf: [] })}>Send somebody</ActionButton>
        </div>
      ))}
      {[...silent.values()].map((crew) => {
        const names = crew.map(({ name }) => name).join(' and ');
        const [first] = crew;
        return first === undefined ? null : (
          <div key={first.id} className={classes['waiting']}>
            <div>
              <p className={classes['asks']}>{names} {crew.length === 1 ? 'has' : 'have'} not answered</p>
              <p className={classes['quiet']}>sent {dayAndTime(first.dispatchedAt, now)}. Ring, or look who could go instead: nobody is sent by itself.</p>
            </div>
            <ActionButton label={`Others instead of ${names}`} size="xs" onAct={() => openForm({ name: 'send', taskId: first.taskId, insteadOf: crew.map(({ id }) => id) })}>Others instead</ActionButton>
          </div>
        );
      })}
      {followUps.map((followUp) => (
        <div key={followUp.id} className={classes['waiting']}>
          <div>
            <p className={classes['asks']}>{CAUSE_NAMES[followUp.cause]}: decide what follows</p>
            <p className={classes['quiet']}>since {dayAndTime(followUp.openedAt, now)}, by {dayAndTime(followUp.dueAt, now)} · {followUp.owner.name}</p>
          </div>
          <ActionButton label="Decide" size="xs" onAct={() => openForm({ name: 'follow-up', followUpId: followUp.id })} />
        </div>
      ))}
      {sent.map((handover) => (
        <div key={handover.id} className={classes['waiting']} data-quiet>
          <div>
            <p className={classes['asks']}>Waiting to be taken over by {handover.receivingTeam}</p>
            <p className={classes['quiet']}>sent {dayAndTime(handover.sentAt, now)}, by {dayAndTime(handover.dueAt, now)} · {incident.owner.name} still owns it</p>
          </div>
          <ActionButton label="Taken over by phone" size="xs" onAct={() => openForm({ name: 'taken-by-phone', handoverId: handover.id })} />
          <ActionButton label="Withdraw" size="xs" tone="quiet" onAct={() => openForm({ name: 'withdraw', handoverId: handover.id })} />
        </div>
      ))}
    </section>
  );
}
