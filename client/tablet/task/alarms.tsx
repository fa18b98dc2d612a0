// What must be known whatever one is doing: this is a Grade 1 now, and what control has told us to do; one was stood down.
import { ORDER_MEANS, ORDER_WORDS } from '../../../shared/domain/instruction.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../ui/time-text.ts';
import { Notice } from '../frame/notice.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { toldOf } from './instruction.tsx';
import { stateSince } from '../steps/step-words.ts';
import type { Work } from '../work.ts';

export interface AlarmProps {
  works: readonly Work[];
  /** Until it was read, the device shakes. */
  isRead: (work: Work) => boolean;
  onRead: (work: Work) => void;
}

/** Upgraded with a crew on it: told at once, and it stays. Which of the three it is, is the control room's to say. */
export function GradeOne({ works, isRead, onRead }: AlarmProps) {
  return works.map((work) => (
    <Notice
      key={work.mine.id}
      tone="danger"
      urgent
      title={`${work.incident.ref} is Grade 1: an emergency`}
      actions={!isRead(work) && <SideButton label="Understood" onPress={() => onRead(work)} />}
    >
      {withPolice(work.incident)} {orderFor(work)} Your task and your position go on.
    </Notice>
  ));
}

function withPolice({ policeHaveItAt, policeReference }: IncidentView): string {
  if (policeHaveItAt === null) return 'It is being passed to the police control room.';
  return `Police have it${policeReference === null ? '' : `, ref ${policeReference}`}, since ${clockTime(policeHaveItAt)}.`;
}

/** Control's word stays on the screen after it was read; until there is one, it is asked for. */
function orderFor(work: Work): string {
  const told = toldOf([work])[0]?.instruction;
  return told === undefined ? 'Ask control on the radio: hold back, withdraw, or stay.' : `${ORDER_WORDS[told.crewOrder]}: ${ORDER_MEANS[told.crewOrder]}`;
}

/** Ended by somebody else: stays until it was read. */
export function StoodDown({ works, isRead, onRead }: AlarmProps) {
  return works.filter((work) => !isRead(work)).map((work) => (
    <Notice
      key={work.mine.id}
      tone="act"
      urgent
      title={`You were stood down from ${work.incident.ref} at ${clockTime(stateSince(work.mine))}`}
      actions={<SideButton label="Understood" onPress={() => onRead(work)} />}
    >
      Do not go there. Nothing more is asked of you on it.
    </Notice>
  ));
}
