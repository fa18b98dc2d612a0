// Everything that one still holds, in one list: what goes to somebody by name, what is to be finished first, and what is nobody's again once one has left.
import { HOLDING_KINDS, type HoldingEnds } from '../../../shared/domain/holding.ts';
import classes from './holding.module.css';
import type { Holdings } from './use-holding.ts';

const HEADINGS = {
  'handed-on': 'Goes to somebody on duty, by name', finished: 'Finish this first, or have control stand you down', released: 'Is nobody’s again as you leave, and loud at once',
} as const satisfies Record<HoldingEnds, string>;

export function HoldingList({ of }: { of: Holdings['of'] }) {
  return (['finished', 'handed-on', 'released'] as const).map((ends) => {
    const lines = of(ends);
    return lines.length === 0 ? null : (
      <section key={ends} className={classes['holding']} aria-label={HEADINGS[ends]}>
        <h4 className={classes['heading']}>{HEADINGS[ends]}</h4>
        <ul className={classes['list']}>
          {lines.map(({ kind, ref, words }, index) => (
            <li key={`${kind} ${ref ?? ''} ${index}`}><strong>{HOLDING_KINDS[kind].name}</strong>{ref === null ? '' : ` ${ref.slice(-4)}`}{words === '' ? '' : `: ${words}`}</li>
          ))}
        </ul>
      </section>
    );
  });
}
