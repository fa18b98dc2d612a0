// One question at a time, in the place of the task: a way back, a title, what is asked, and the one button that answers it.
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useHotkeys } from '../../ui/hotkeys.ts';
import classes from './page.module.css';
import { Screen } from './screen.tsx';

export interface PageProps {
  title: string;
  onBack: () => void;
  foot?: ReactNode;
  children: ReactNode;
}

export function Page({ title, onBack, foot, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useHotkeys([{ keys: 'Escape', label: 'Back', run: onBack }]);
  return (
    <Screen label={title} isTitled foot={foot}>
      <div className={classes['head']}>
        <button type="button" className={classes['back']} onClick={onBack}>
          <IconArrowLeft size={24} aria-hidden />
          Back
        </button>
        <h1 ref={heading} className={classes['title']} tabIndex={-1}>{title}</h1>
      </div>
      {children}
    </Screen>
  );
}
