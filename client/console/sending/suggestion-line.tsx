// One line of the ranking: who, when the later of them is there and from what that is known, why it stands there, and what it costs.
import type { Suggestion } from '../../../shared/protocol/suggestions.ts';
import { BASIS_WORDS } from '../../../shared/domain/travel.ts';
import { ageText, clockTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { SHORT_NEEDS } from '../board/incident-lines.ts';
import classes from './sending.module.css';

type Leg = Suggestion['legs'][number];

/** "B2", or the names of those who are in no team. */
export const calledOf = ({ legs, sameTeam }: Suggestion): string => (sameTeam ? legs[0]?.callSign ?? '' : legs.map(({ callSign, name }) => callSign ?? name).join(' + '));
export const namesOf = ({ legs }: Suggestion): string => legs.map(({ name }) => name).join(' and ');

export function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  const { legs, arrivesAt, why, forecast } = suggestion;
  const basis = basisOf(suggestion);
  return (
    <span className={classes['line']}>
      <span className={classes['head']}>
        <strong>{calledOf(suggestion)}</strong>
        <span className={classes['there']}>{arrivesAt === null ? 'arrival not known' : `${legs.length > 1 ? 'both there' : 'there'} ${clockTime(arrivesAt)}`}</span>
      </span>
      <span className={classes['legs']}>
        {legs.map((leg) => <span key={leg.legId} className={classes['leg']}>{leg.name} <span className={classes['quiet']}>{SHORT_NEEDS[leg.need]}{howFar(leg, basis)}<PositionAge at={leg.positionAt} /></span></span>)}
        {basis !== null && <span className={classes['quiet']}>({BASIS_WORDS[basis]})</span>}
      </span>
      {why.length > 0 && <span className={classes['why']}>{why.join(' · ')}</span>}
      {forecast !== null && <span className={classes['forecast']}>{forecast}</span>}
    </span>
  );
}

/** Where one word stands for all of them, it stands once. */
const basisOf = ({ legs }: Suggestion): Leg['basis'] => (legs.every(({ basis }) => basis === legs[0]?.basis) ? legs[0]?.basis ?? null : null);

const howFar = ({ minutes, basis }: Leg, shared: Leg['basis']): string => (minutes === null ? ', distance not known' : basis === null ? '' : ` ${Math.max(1, Math.ceil(minutes))} min${shared === null ? ` (${BASIS_WORDS[basis]})` : ''}`);

const NEW_SECONDS = 60;
function PositionAge({ at }: { at: string | null }) {
  const now = useNow();
  const seconds = at === null ? 0 : (now.getTime() - Date.parse(at)) / 1000;
  return at === null || seconds < NEW_SECONDS ? null : <>, position {ageText(seconds)} old</>;
}
