// SOS in what takes the whole screen, where the strip is out of reach: the button, and once it was pressed what became of it.
import { SosBar } from './sos-bar.tsx';
import { SosButton } from './sos-button.tsx';
import type { OwnSos } from './use-sos.ts';
import classes from './sos.module.css';

export function SosCorner({ sos }: { sos: OwnSos }) {
  return <div className={classes['corner']}>{sos.active ? <SosBar sos={sos} /> : <SosButton onSos={sos.press} />}</div>;
}
