// What must be known whatever one is doing: this is a Grade 1 now; one was stood down; a report was not taken.
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../ui/time-text.ts';
import { Notice } from '../frame/notice.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { STATE_WORDS } from '../steps/step-words.ts';
import type { Work } from '../work.ts';

/** Upgraded with a crew on it: told at once. Which of the three it is, is the control room's to say. */
export function GradeOne({ incident }: { incident: IncidentView }) {
  if (incident.grade !== 1 || incident.state === 'closed') return null;
  return (
    <Notice tone="danger" urgent title="This is Grade 1 now: an emergency">
      {incident.policeHaveItAt === null
        ? 'It is being passed to the police control room.'
        : `Police have it${incident.policeReference ? `, ref ${incident.policeReference}` : ''}, since ${clockTime(incident.policeHaveItAt)}.`}
      {' '}Ask control on the radio: hold back, withdraw, or stay. Your task and your position go on.
    </Notice>
  );
}

/** Ended by somebody else: stays until it was read. */
export function StoodDown({ works, onRead }: { works: readonly Work[]; onRead: (id: string) => void }) {
  return works.map(({ incident, task, mine }) => (
    <Notice
      key={mine.id}
      tone="act"
      urgent
      title={`You were ${STATE_WORDS[task.kind]['stood-down']} from ${incident.ref} at ${clockTime(mine.endedAt ?? mine.dispatchedAt)}`}
      actions={<SideButton label="Understood" onPress={() => onRead(mine.id)} />}
    >
      Do not go there. Nothing more is asked of you on it.
    </Notice>
  ));
}
