// The sentences of the timeline about booked visits and when it suits a family.
import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import type { VisitEvent } from '../domain/booked-visit.ts';
import { clockTime } from '../domain/duty-night.ts';
import type { Id } from '../domain/incident-file.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';
import type { Instant } from '../domain/instant.ts';

const NAMES: ReadonlySet<string> = new Set<VisitEvent['name']>(['visit.booked', 'visit.moved', 'visit.cancelled', 'window.said']);
export const isVisitEvent = (event: IncidentEvent): event is VisitEvent => NAMES.has(event.name);

/** "Sat 22 Nov 15:20", local. */
export const visitTime = (at: Instant): string => `${format(at, 'EEE d MMM', { in: tz('Europe/London') })} ${clockTime(at)}`;

const planned = (proposalId: Id | null): string => (proposalId === null ? '' : ', as the plan proposed it');
const whoWhen = ({ visits }: Pick<Extract<VisitEvent, { name: 'visit.booked' }>, 'visits'>, names: { staff: (id: Id) => string }): string =>
  visits.map(({ staffId, fromAt, untilAt }) => `${names.staff(staffId)} ${visitTime(fromAt)} to ${clockTime(untilAt)}`).join(', ');

function windowTimes({ fromAt, untilAt, isDaily }: Extract<VisitEvent, { name: 'window.said' }>): string {
  if (fromAt === null && untilAt === null) return 'at any time';
  const said = isDaily === true ? clockTime : visitTime;
  return [...(isDaily === true ? ['every day'] : []), ...(fromAt === null ? [] : [`from ${said(fromAt)}`]), ...(untilAt === null ? [] : [`until ${said(untilAt)}`])].join(' ');
}

export function visitSentence(event: VisitEvent, names: { staff: (id: Id) => string }): string {
  switch (event.name) {
    case 'visit.booked': return `A visit is booked${event.isFixed ? ', fixed' : ''}: ${whoWhen(event, names)}${planned(event.proposalId)}`;
    case 'visit.moved': return `The booked visit was moved: ${whoWhen(event, names)}${event.isFixed ? ', fixed' : ''}${planned(event.proposalId)}`;
    case 'visit.cancelled': return 'The booked visit was called off';
    case 'window.said': return `It suits the family ${windowTimes(event)}${event.order == null ? '' : `; the legs come one after the other, ${event.order.leastMinutes} to ${event.order.mostMinutes} minutes apart`}`;
  }
}
