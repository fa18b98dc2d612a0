// What a crew says by radio, entered for them: going, there, left scene, seen; and standing down, replacing, stepping back.
import { Button, Menu } from '@mantine/core';
import { IconRadio } from '@tabler/icons-react';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import { checkIn, sayLeaving } from '../../../shared/protocol/stays.ts';
import { advanceAssignment } from '../../../shared/protocol/dispatch.ts';
import type { AssignmentView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { WITHIN_MAIN } from './within-main.ts';

export const STEPS = ['dispatched', 'accepted', 'going', 'there', 'left'] as const;
type Step = Exclude<(typeof STEPS)[number], 'dispatched'>;
const STEP_LABELS = { accepted: 'accepted', going: 'going', there: 'there', left: 'left scene' } as const satisfies Record<Step, string>;
const isAhead = (step: Step, { state }: AssignmentView): boolean => STEPS.findIndex((one) => one === state) < STEPS.indexOf(step);

/** In the same car, on the same task: one answer on the radio is for both. */
const partnersOf = (incident: IncidentView, own: AssignmentView): AssignmentView[] =>
  incident.assignments.filter((other) => other.id !== own.id && other.taskId === own.taskId && other.teamId !== null && other.teamId === own.teamId && isLive(other));

export interface LegMenuProps {
  incident: IncidentView;
  task: TaskView;
  assignment: AssignmentView;
}

export function LegMenu({ incident, task, assignment }: LegMenuProps) {
  const { send } = useSend();
  const { openForm } = useConsole();
  const { now } = useBoard();
  const live = isLive(assignment);
  const partners = live ? partnersOf(incident, assignment) : [];
  const ahead = (['accepted', 'going', 'there', 'left'] as const).filter((step) => live && isAhead(step, assignment));
  const advance = (to: Step, alsoFor: readonly AssignmentView[]) => send(advanceAssignment, { assignmentId: assignment.id, to, alsoFor: alsoFor.map(({ id }) => id) });
  const both = [assignment, ...partners].map(({ id }) => id);
  const called = assignment.callSign ?? assignment.name;
  const staying = assignment.state === 'there' && incident.stays.some(({ id }) => id === assignment.id);
  const together = partners.filter(({ state }) => state === 'there');
  const wellFor = (alsoFor: readonly AssignmentView[]) => send(checkIn, { assignmentId: assignment.id, alsoFor: alsoFor.map(({ id }) => id) });

  return (
    <Menu position="bottom-end" shadow="none" withInitialFocusPlaceholder={false} portalProps={WITHIN_MAIN}>
      <Menu.Target>
        <Button size="xs" variant="subtle" aria-label={`By radio: ${assignment.name}`}><IconRadio size={16} aria-hidden /></Button>
      </Menu.Target>
      <Menu.Dropdown>
        {partners.length > 0 && <Menu.Label>{called} together</Menu.Label>}
        {partners.length > 0 && ahead.map((step) => <Menu.Item key={`both-${step}`} onClick={() => void advance(step, partners)}>{called} {STEP_LABELS[step]}</Menu.Item>)}
        {staying && together.length > 0 && <Menu.Item onClick={() => void wellFor(together)}>{called} all well</Menu.Item>}
        <Menu.Label>{assignment.name}</Menu.Label>
        {staying && <Menu.Item onClick={() => void wellFor([])}>all well</Menu.Item>}
        {staying && <Menu.Item onClick={() => void send(sayLeaving, { assignmentId: assignment.id, leaveBy: plusMinutes(now.toISOString(), 30), alsoFor: [] })}>leaves in 30 minutes</Menu.Item>}
        {ahead.map((step) => <Menu.Item key={step} onClick={() => void advance(step, [])}>{STEP_LABELS[step]}</Menu.Item>)}
        {live && <Menu.Item onClick={() => openForm({ name: 'seen', assignmentId: assignment.id })}>who was seen …</Menu.Item>}
        {live && <Menu.Item onClick={() => openForm({ name: 'no-access', assignmentId: assignment.id })}>nobody let them in …</Menu.Item>}
        <Menu.Divider />
        {live && <Menu.Item onClick={() => openForm({ name: 'stand-down', assignmentIds: both })}>Stand down …</Menu.Item>}
        {live && <Menu.Item onClick={() => openForm({ name: 'send', taskId: task.id, insteadOf: both })}>Send others instead …</Menu.Item>}
        {live && partners.length > 0 && <Menu.Item onClick={() => openForm({ name: 'send', taskId: task.id, insteadOf: [assignment.id] })}>Send somebody else for this leg alone …</Menu.Item>}
        {assignment.state !== 'dispatched' && <Menu.Item onClick={() => openForm({ name: 'step-back', assignmentId: assignment.id })}>Step back …</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
