// The words of each step, on a visit and on the phone: what the button says, what it leads to, what it is called once done.
import type { TaskKind } from '../../../shared/domain/activity.ts';
import type { AssignmentState } from '../../../shared/domain/incident-file.ts';
import type { AssignmentView } from '../../../shared/protocol/views.ts';
import type { Step } from './next-step.ts';

interface StepWords { button: string; leadsTo: string }

export const STEP_WORDS = {
  visit: {
    accepted: { button: 'Accept', leadsTo: 'Control sees that you have it' },
    going: { button: 'Going', leadsTo: 'Control sees that you are on the way' },
    there: { button: 'There', leadsTo: 'Stops the clock' },
    seen: { button: 'Seen …', leadsTo: 'Who was seen, and who was not' },
    outcome: { button: 'Outcome …', leadsTo: 'What came of it' },
    left: { button: 'Left scene', leadsTo: 'You are free for the next one' },
  },
  phone: {
    accepted: { button: 'Accept', leadsTo: 'Control sees that you have it' },
    going: { button: 'Ringing', leadsTo: 'You are calling them now' },
    there: { button: 'Speaking', leadsTo: 'Stops the clock' },
    seen: { button: 'Spoken to …', leadsTo: 'Who was spoken to, and who was not' },
    outcome: { button: 'Outcome …', leadsTo: 'What came of it' },
    left: { button: 'Finished', leadsTo: 'The call is over' },
  },
} as const satisfies Record<TaskKind, Record<Step, StepWords>>;

export const STATE_WORDS = {
  visit: { dispatched: 'sent', accepted: 'accepted', going: 'going', there: 'there', left: 'left scene', declined: 'declined', 'stood-down': 'stood down' },
  phone: { dispatched: 'sent', accepted: 'accepted', going: 'ringing', there: 'speaking', left: 'finished', declined: 'declined', 'stood-down': 'stood down' },
} as const satisfies Record<TaskKind, Record<AssignmentState, string>>;

export const SEEN_WORDS = {
  visit: { title: 'Who was seen', yes: 'Seen', no: 'Not seen', stamp: 'seen' },
  phone: { title: 'Who was spoken to', yes: 'Spoken to', no: 'Not spoken to', stamp: 'spoken to' },
} as const satisfies Record<TaskKind, Record<'title' | 'yes' | 'no' | 'stamp', string>>;

/** When the state that an assignment is in began. */
export function stateSince(assignment: AssignmentView): string {
  switch (assignment.state) {
    case 'dispatched': return assignment.dispatchedAt;
    case 'accepted': return assignment.acceptedAt ?? assignment.dispatchedAt;
    case 'going': return assignment.goingAt ?? assignment.dispatchedAt;
    case 'there': return assignment.thereAt ?? assignment.dispatchedAt;
    case 'left': case 'declined': case 'stood-down': return assignment.endedAt ?? assignment.dispatchedAt;
  }
}
