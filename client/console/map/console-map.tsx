// The map beside the queue: it follows what is opened, opens what is pressed, and takes the pin of a call.
import { useMemo } from 'react';
import { isOldPosition } from '../../../shared/domain/rank-facts.ts';
import { straightLine } from '../../../shared/domain/travel.ts';
import { usePolicyInForce } from '../../live/policy-in-force.ts';
import { useServerNow } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { LiveMap } from '../../map/live-map.tsx';
import type { MapTargetKind } from '../../map/map-model.ts';
import { useBoard } from '../board/board.tsx';
import { STALE_AFTER_SECONDS } from '../board/crew.ts';
import { OverMap } from '../call/beside-map.tsx';
import { useConsole } from '../console-state.tsx';
import { pointOf } from '../../forms/place/point-of.ts';
import { crewMarks, incidentMarks } from './map-marks.ts';
import { reachOf } from './reach.ts';
import { useDistricts } from './use-districts.ts';
import classes from './console-map.module.css';

export function ConsoleMap() {
  const { items, incidents, crews, now } = useBoard();
  const { incidentId, crewId, form, place, picking, openIncident, set } = useConsole();
  const { deployment } = useMe();
  const serverNow = useServerNow();
  const districts = useDistricts();
  const marks = useMemo(() => incidentMarks(items, incidentId, now), [items, incidentId, now]);
  const sending = usePolicyInForce()?.body.sending ?? null;
  const moving = useMemo(() => {
    const travel = sending === null ? null : straightLine(sending, now.toISOString());
    return crewMarks(crews, incidents, crewId, (from, to) => (travel === null || sending === null || isOldPosition({ position: from }, sending, now.toISOString()) ? null : travel(from, to).minutes));
  }, [crews, incidents, crewId, sending, now]);
  const open = incidentId === null ? undefined : incidents.get(incidentId);
  const crew = crews.find(({ id }) => id === crewId);
  const around = form?.name === 'send' && open !== undefined ? pointOf(open) : crew?.newest ?? null;
  const reach = sending === null || around === null ? null : reachOf(sending, now, around);

  const select = (id: string, kind: MapTargetKind) => (kind === 'incident' ? openIncident(id) : set({ crewId: id === crewId ? null : id }));

  return (
    <section className={classes['map']} aria-label="Map">
      <LiveMap
        incidents={marks}
        crews={moving.crews}
        responders={moving.responders}
        now={() => Date.parse(serverNow())}
        staleAfterSeconds={STALE_AFTER_SECONDS}
        districts={districts}
        tileUrl={deployment.tileUrl}
        tileAttribution={deployment.tileAttribution}
        focus={place ?? crew?.newest ?? (open === undefined ? null : pointOf(open))}
        reach={reach}
        pin={picking}
        onSelect={select}
        listedIn="the queue and the crews beside it"
      />
      <OverMap />
      {picking !== null && <p className={classes['picking']}>Press where it is, or move the map with the arrow keys and press Enter.</p>}
    </section>
  );
}
