// The pages about the task on screen. Null where the address names one that does not fit it any more: then the task itself is shown.
import type { ReactNode } from 'react';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { unconfirmedOf } from '../../../shared/domain/missing.ts';
import type { PageName } from '../frame/use-page.ts';
import { LogPage } from '../log/log-page.tsx';
import type { Chosen } from '../use-chosen.ts';
import { owesOutcome } from '../work.ts';
import { DeclinePage } from './decline-page.tsx';
import { MorePage } from './more-page.tsx';
import { NoAccessPage } from './no-access-page.tsx';
import { OutcomePage } from './outcome-page.tsx';
import { RiskFactPage } from './risk-fact-page.tsx';
import { SeenPage } from './seen-page.tsx';
import { earlierSteps, StepBackPage } from './step-back-page.tsx';
import { worseGrades, WorsePage } from './worse-page.tsx';

export interface TaskPageProps { page: PageName; chosen: Pick<Chosen, 'work' | 'shown'>; onOpen: (page: PageName) => void; onDone: () => void }

export function taskPage({ page, chosen: { work, shown }, onOpen, onDone }: TaskPageProps): ReactNode {
  if (shown === null) return null;
  const { incident } = shown;
  if (page === 'more') return <MorePage grade={incident.grade} isOpen={incident.state === 'open'} work={work} onOpen={onOpen} onDone={onDone} />;
  if (page === 'log') return <LogPage shown={shown} onDone={onDone} />;
  if (page === 'worse') return incident.state === 'open' && worseGrades(incident.grade).length > 0 ? <WorsePage incident={incident} onDone={onDone} /> : null;
  if (page === 'risk-fact') return unconfirmedOf(incident).length > 0 ? <RiskFactPage incident={incident} onDone={onDone} /> : null;
  if (work === null) return null;
  const live = isLive(work.mine);
  switch (page) {
    case 'seen': return live ? <SeenPage work={work} onDone={onDone} /> : null;
    case 'outcome': return work.task.outcome === null && (live || owesOutcome(work)) ? <OutcomePage work={work} onDone={onDone} /> : null;
    case 'no-access': return live ? <NoAccessPage work={work} onDone={onDone} /> : null;
    case 'decline': return work.mine.state === 'dispatched' ? <DeclinePage work={work} onDone={onDone} /> : null;
    case 'step-back': return earlierSteps(work).length > 0 ? <StepBackPage work={work} onDone={onDone} /> : null;
    default: return null;
  }
}
