// Every SOS that stands, above everything and over nothing: it cannot be put away, and only a named person's word ends it.
import { IconUrgent } from '@tabler/icons-react';
import { useState } from 'react';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { haveSos } from '../../../shared/protocol/sos.ts';
import type { SosView } from '../../../shared/protocol/sos-view.ts';
import { useLiveList, usePositions } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useNow } from '../../ui/use-now.tsx';
import type { FormWay } from '../form-way.ts';
import { EndSosForm } from './end-sos-form.tsx';
import classes from './sos.module.css';
import { holderText, lastKnownOf, placeText, pressedText, type LastKnown } from './sos-words.ts';

export interface SosBannerProps {
  way: FormWay;
  onOpen: (incidentId: string) => void;
  /** Where there is a map. */
  onShow?: (at: LastKnown) => void;
  /** Positions are control's to see, and the crew's own. */
  seesPlaces: boolean;
}

export function SosBanner(props: SosBannerProps) {
  const every = useLiveList('sos').toSorted((a, b) => a.heardAt.localeCompare(b.heardAt));
  // The region stands empty until there is one, so that its coming is spoken.
  return <div role="alert" className={classes['banners']} data-nj-no-print>{every.map((sos, index) => <Banner key={sos.id} sos={sos} first={index === 0} {...props} />)}</div>;
}

function Banner({ sos, first, way, onOpen, onShow, seesPlaces }: SosBannerProps & { sos: SosView; first: boolean }) {
  const { duty } = useMe();
  const { send } = useSend();
  const [ending, setEnding] = useState(false);
  const since = usePositions().get(sos.dutyId);
  const { incidentId } = sos;
  const known = lastKnownOf(sos, since);
  const refusal = duty === null ? refusalSentence({ code: 'not-on-duty' }) : undefined;
  const key = first ? 'Shift+S' : undefined;
  return (
    <section className={classes['banner']} aria-label={`SOS from ${sos.name}`}>
      <div className={classes['line']}>
        <IconUrgent size={22} aria-hidden />
        <p className={classes['who']}><strong>SOS: {sos.name}{sos.callSign === null ? '' : `, ${sos.callSign}`}.</strong> {pressedText(sos)} · {sos.ref === null ? 'on no visit that you may see' : `on ${sos.ref}`}</p>
        <p className={classes['holder']}>{holderText(sos)}</p>
        <span className={classes['deeds']}>
          {sos.hadBy === null && <ActionButton label="I have it" keys={key} size="xs" tone="primary" refusal={refusal} onAct={() => send(haveSos, { sosId: sos.id })} />}
          <ActionButton label="It is over …" keys={sos.hadBy === null ? undefined : key} size="xs" refusal={refusal} expanded={ending} onAct={() => setEnding(!ending)} />
          {incidentId !== null && sos.ref !== null && <ActionButton label={`Open ${sos.ref}`} size="xs" tone="quiet" onAct={() => onOpen(incidentId)} />}
          {onShow !== undefined && known !== null && <ActionButton label="Show on the map" size="xs" tone="quiet" onAct={() => onShow(known)} />}
        </span>
      </div>
      {seesPlaces && <Place known={known} />}
      {ending && <EndSosForm sos={sos} way={way} onClose={() => setEnding(false)} />}
    </section>
  );
}

/** Its age ticks unspoken: an alert that changes every second would be read out every second. */
function Place({ known }: { known: LastKnown | null }) {
  const now = useNow();
  return <p className={classes['place']} aria-live="off">{placeText(known, now)}</p>;
}
