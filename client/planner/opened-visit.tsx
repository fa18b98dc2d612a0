// One visit in the hand, beside the timeline: booked or moved, called off, or when it suits the family; by the same forms as on the console.
import { Link } from 'wouter';
import { isStandingVisit } from '../../shared/domain/booked-visit.ts';
import { BookForm } from '../forms/visit/book-form.tsx';
import { CallOffForm } from '../forms/visit/call-off-form.tsx';
import { SuitsForm } from '../forms/visit/suits-form.tsx';
import { useLiveOne } from '../live/live-store.tsx';
import { useSend } from '../live/send.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PlanFrame } from './plan-frame.tsx';
import classes from './planner.module.css';

export interface Opened { incidentId: string; taskId: string; what: 'book' | 'call-off' | 'suits' }

export function OpenedVisit({ opened, onOpen, onClose }: { opened: Opened; onOpen: (opened: Opened) => void; onClose: () => void }) {
  const incident = useLiveOne('incident', opened.incidentId);
  const { send } = useSend();
  if (incident === undefined) return null;
  const { taskId, what } = opened;
  const booked = incident.visits.find((visit) => visit.taskId === taskId && isStandingVisit(visit));
  const shared = { incident, onClose, way: { Frame: PlanFrame, send } };
  return (
    <section className={classes['pane']} aria-label={`The visit of ${incident.ref}`}>
      <div className={classes['actions']}>
        <Link href={`/console?incident=${incident.id}`} className={classes['ref']}>{incident.ref}</Link>
        {what !== 'book' && <ActionButton label={booked === undefined ? 'Book it' : 'Move it'} size="xs" tone="quiet" onAct={() => onOpen({ ...opened, what: 'book' })} />}
        {what !== 'suits' && <ActionButton label="When it suits them" size="xs" tone="quiet" onAct={() => onOpen({ ...opened, what: 'suits' })} />}
        {what !== 'call-off' && booked?.state === 'booked' && <ActionButton label="Call it off" size="xs" tone="quiet" onAct={() => onOpen({ ...opened, what: 'call-off' })} />}
      </div>
      {what === 'book' && <BookForm {...shared} taskId={taskId} />}
      {what === 'suits' && <SuitsForm {...shared} taskId={taskId} />}
      {what === 'call-off' && booked !== undefined && <CallOffForm {...shared} taskId={taskId} bookingId={booked.bookingId} />}
    </section>
  );
}
