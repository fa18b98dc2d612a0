// Everything that is not the next step, each with what it leads to.
import { IconArrowBackUp, IconClipboardCheck, IconDoorOff, IconFlame, IconHandStop, IconLogout2, IconPhonePlus, IconUsers } from '@tabler/icons-react';
import type { Grade } from '../../../shared/domain/grade.ts';
import { advanceAssignment } from '../../../shared/protocol/dispatch.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { Page } from '../frame/page.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { PageName } from '../frame/use-page.ts';
import { isNoAccess, type Work } from '../work.ts';
import { nextStep } from './next-step.ts';
import { earlierSteps } from './step-back-page.tsx';
import { SEEN_WORDS, STEP_WORDS } from './step-words.ts';
import { worseGrades } from './worse-page.tsx';

export interface MorePageProps { grade: Grade; isOpen: boolean; work: Work | null; onOpen: (page: PageName) => void; onDone: () => void }

export function MorePage({ grade, isOpen, work, onOpen, onDone }: MorePageProps) {
  return (
    <Page title="More" onBack={onDone}>
      {isOpen && worseGrades(grade).length > 0 && (
        <SideButton wide icon={<IconFlame size={24} aria-hidden />} label="It is worse …" detail={`Raise it above Grade ${grade}, with the reason`} onPress={() => onOpen('worse')} />
      )}
      {work && <OnTask {...{ work, onOpen, onDone }} />}
      <SideButton wide icon={<IconPhonePlus size={24} aria-hidden />} label="Raise a call …" detail="Something else that somebody told you" onPress={() => onOpen('raise')} />
    </Page>
  );
}

function OnTask({ work, onOpen, onDone }: { work: Work; onOpen: (page: PageName) => void; onDone: () => void }) {
  const { push } = useOutbox();
  const { mine, task } = work;
  const onScene = mine.state === 'there';
  const next = nextStep(work);
  const words = STEP_WORDS[task.kind];
  const leave = () => {
    push(advanceAssignment, { assignmentId: mine.id, to: 'left', alsoFor: [] });
    onDone();
  };
  return (
    <>
      {mine.state === 'dispatched' && <SideButton wide icon={<IconHandStop size={24} aria-hidden />} label="Decline …" detail="With the reason; control chooses somebody else" onPress={() => onOpen('decline')} />}
      {isLive(mine) && mine.state !== 'dispatched' && !isNoAccess(work) && (
        <SideButton wide icon={<IconDoorOff size={24} aria-hidden />} label={task.kind === 'visit' ? 'No access …' : 'No reply …'} detail="Opens a follow-up with an owner and a clock" onPress={() => onOpen('no-access')} />
      )}
      {onScene && next !== 'seen' && <SideButton wide icon={<IconUsers size={24} aria-hidden />} label={`${SEEN_WORDS[task.kind].title} …`} detail="Say it again if it has changed" onPress={() => onOpen('seen')} />}
      {onScene && next !== 'outcome' && task.outcome === null && <SideButton wide icon={<IconClipboardCheck size={24} aria-hidden />} label={words.outcome.button} detail={words.outcome.leadsTo} onPress={() => onOpen('outcome')} />}
      {onScene && next !== 'left' && <SideButton wide icon={<IconLogout2 size={24} aria-hidden />} label={`${words.left.button} now`} detail="The outcome is still owed afterwards" onPress={leave} />}
      {earlierSteps(work).length > 0 && <SideButton wide icon={<IconArrowBackUp size={24} aria-hidden />} label="Step back …" detail="A wrong button: take it back" onPress={() => onOpen('step-back')} />}
    </>
  );
}
