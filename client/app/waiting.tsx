// Before it is known who is here: nothing for a moment, and then why.
import { Button } from '@mantine/core';
import { useSlow } from '../ui/use-slow.ts';
import classes from './form.module.css';
import { Threshold } from './threshold.tsx';

export function Waiting({ again }: { again?: () => void }) {
  const slow = useSlow(true, 600);
  if (again === undefined) return slow ? <Threshold title="One moment" lead="Asking the server who is here." /> : null;
  return (
    <Threshold
      title="The server does not answer"
      lead="Nothing can be shown until it does. What was pressed on this device and not sent is still here. Work from the phone and from paper; this page tries again every few seconds."
    >
      <div className={classes['form']}>
        <Button onClick={again}>Try now</Button>
      </div>
    </Threshold>
  );
}
