// On the way: what a glance takes in, and one button. Nothing here asks for input while somebody drives.
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { Screen } from '../frame/screen.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { Work } from '../work.ts';
import classes from './driving.module.css';
import { Legs } from './legs.tsx';
import { LeftAlone, Meet } from './meet.tsx';
import { NewTaskLine } from './new-task.tsx';
import { Safety } from './safety.tsx';
import { TaskHead } from './task-head.tsx';
import { Where } from './where.tsx';
import type { ReactNode } from 'react';

export interface DrivingProps {
  work: Work;
  waiting: readonly Work[];
  /** What is said to everybody whatever they do: a Grade 1, a stand-down. */
  notices: ReactNode;
  next: ReactNode;
  onShowAll: () => void;
}

export function Driving({ work, waiting, notices, next, onShowAll }: DrivingProps) {
  const { incident, task } = work;
  return (
    <Screen
      label="On the way"
      isWide
      foot={<><div className={classes['next']}>{next}</div><SideButton label="I am not driving: show everything" onPress={onShowAll} /></>}
    >
      {notices}
      <NewTaskLine works={waiting} />
      <LeftAlone incident={incident} task={task} />
      <Safety incident={incident} brief />
      <div className={classes['glance']}>
        <Where location={incident.location} large />
        <Meet incident={incident} task={task} />
        <div className={classes['rest']}>
          <TaskHead incident={incident} task={task} />
          <p className={classes['what']}>{ACTIVITIES[task.activity].name}</p>
          <Legs work={work} />
        </div>
      </div>
    </Screen>
  );
}
