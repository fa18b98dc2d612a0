// Why a plan is made again by itself, by what is on the log: somebody was sent, the work changed, or the people did.

export const PLAN_CAUSES = ['crew-sent', 'work-changed', 'people-changed'] as const;
export type PlanCause = (typeof PLAN_CAUSES)[number];

const OF: Readonly<Record<string, PlanCause>> = {
  'assignment.dispatched': 'crew-sent',
  'incident.graded': 'work-changed', 'incident.ended': 'work-changed', 'incident.reopened': 'work-changed', 'task.added': 'work-changed', 'task.cancelled': 'work-changed', 'assignment.declined': 'work-changed', 'assignment.stoodDown': 'work-changed',
  'visit.cancelled': 'work-changed', 'window.said': 'work-changed', 'leg.skillsSet': 'work-changed',
  'shift.made': 'people-changed', 'shift.given': 'people-changed', 'shift.removed': 'people-changed', 'shift.sick': 'people-changed', 'shift.well': 'people-changed',
  'duty.started': 'people-changed', 'duty.ended': 'people-changed', 'duty.breakBegun': 'people-changed', 'duty.breakEnded': 'people-changed',
};

/** Null for what no plan rests on. What a plan itself books is none: it is as it was planned. */
export const planCauseOf = (eventName: string): PlanCause | null => OF[eventName] ?? null;

export const PLAN_CAUSE_WORDS = { 'crew-sent': 'somebody was sent', 'work-changed': 'the work has changed', 'people-changed': 'who is at work has changed' } as const satisfies Record<PlanCause, string>;
