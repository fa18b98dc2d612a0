// The task: what is to be known, and the one button that comes next. While going, only what a glance takes in.
import { IconDots, IconList, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { BigButton } from '../../ui/big-button.tsx';
import { useKeptChoice } from '../duty/kept-choice.ts';
import { Beside, Screen } from '../frame/screen.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { PageName } from '../frame/use-page.ts';
import { Log } from '../log/log.tsx';
import { useRecord } from '../log/use-record.ts';
import { ForBoth } from '../steps/for-both.tsx';
import { NextButton } from '../steps/next-button.tsx';
import { nextStep } from '../steps/next-step.ts';
import { partnersOf, type Work } from '../work.ts';
import { Briefing } from './briefing.tsx';
import { Driving } from './driving.tsx';
import { Legs } from './legs.tsx';
import { StayLine } from './stay-panel.tsx';
import classes from './task-screen.module.css';

export interface TaskScreenProps {
  work: Work;
  /** New tasks that wait until nobody drives. */
  waiting: readonly Work[];
  notices: ReactNode;
  /** How many other tasks there are in this duty, to switch to. */
  others: number;
  onOpen: (page: PageName) => void;
  onClose: () => void;
}

export const isDriving = ({ task, mine }: Work): boolean => task.kind === 'visit' && mine.state === 'going';

export function TaskScreen({ work, waiting, notices, others, onOpen, onClose }: TaskScreenProps) {
  const [both, setBoth] = useKeptChoice('for-both', work.mine.dutyId);
  const [isPassenger, setIsPassenger] = useState(false);
  const partners = partnersOf(work);
  const next = <NextButton work={work} alsoFor={both ? partners : []} onOpen={onOpen} />;
  if (isDriving(work) && !isPassenger) return <Driving {...{ work, waiting, notices, next }} onShowAll={() => setIsPassenger(true)} />;
  const hasNext = nextStep(work) !== null;
  return (
    <Everything
      work={work}
      notices={notices}
      onOpen={onOpen}
      foot={(
        <>
          {hasNext ? next : <BigButton tone="other" label="Close" detail="Nothing more is asked of you here" onAct={onClose} />}
          <Beside>
            {hasNext && partners.length > 0 && <ForBoth partners={partners} on={both} onChange={setBoth} />}
            {others > 0 && <SideButton label="Tasks" icon={<IconList size={22} aria-hidden />} onPress={() => onOpen('tasks')} />}
            <span className={classes['log-button']}><SideButton label="Log" icon={<IconNotes size={22} aria-hidden />} onPress={() => onOpen('log')} /></span>
            <SideButton label="More" icon={<IconDots size={22} aria-hidden />} onPress={() => onOpen('more')} />
          </Beside>
        </>
      )}
    />
  );
}

function Everything({ work, notices, foot, onOpen }: Pick<TaskScreenProps, 'work' | 'notices' | 'onOpen'> & { foot: ReactNode }) {
  const { incident, task } = work;
  const here = useRecord(incident.id);
  return (
    <Screen
      label={`Task ${incident.ref}`}
      foot={foot}
      aside={(
        <>
          <Section title="Who is on it"><Legs work={work} /></Section>
          <div className={classes['log']}><Log shown={work} here={here} /></div>
        </>
      )}
    >
      {notices}
      <Briefing stay={<StayLine work={work} />} incident={incident} task={task} record={here.record} onOpen={onOpen} />
    </Screen>
  );
}
