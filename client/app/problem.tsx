// Why a form was not taken, said in its place and heard at once.
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './problem.module.css';

export function Problem({ sentence }: { sentence: string | null }) {
  // The element is there before the sentence: only then is its change spoken.
  return (
    <div role="alert">
      {sentence !== null && (
        <p className={classes['problem']}>
          <IconAlertTriangle className={classes['sign'] ?? ''} size={18} aria-hidden />
          {sentence}
        </p>
      )}
    </div>
  );
}
