// Over the map's column while a call is taken: what is known already. While a pin is set, the whole map is to be seen.
import { KnownPlace } from '../../forms/call/known-elsewhere.tsx';
import { useConsole } from '../console-state.tsx';
import classes from './beside-map.module.css';

/** Within the map's pane. */
export function OverMap() {
  const { calling, picking } = useConsole();
  return calling && <KnownPlace className={classes['over']} hidden={picking !== null} />;
}
