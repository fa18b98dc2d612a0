// Says that nothing here is real: in words, wherever somebody could take it for a night.
import classes from './rehearsal.module.css';

export function Rehearsal({ explained = false }: { explained?: boolean }) {
  return (
    <span className={classes['rehearsal']} title="A rehearsal: these people and incidents are made up">
      Rehearsal{explained && <span className={classes['explained']}>these people and incidents are made up</span>}
    </span>
  );
}
