// Where to: large enough to be read from the dashboard, marked when it must stay secret, and one touch from the device's own map.
import { IconLock, IconMapPin } from '@tabler/icons-react';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import classes from './where.module.css';

type Location = NonNullable<IncidentView['location']>;

/** Coordinates alone: a label would hand a name, or a secret address, to another app. */
export const mapLink = (lat: number, lon: number): string => `geo:${lat},${lon}?q=${lat},${lon}`;

export function Where({ location, large = false }: { location: Location | null; large?: boolean }) {
  if (location === null) return <p className={classes['none']}>No place was given.</p>;
  const { label, district, lat, lon, secret } = location;
  return (
    <div className={classes['where']} data-large={large || undefined}>
      <div className={classes['words']}>
        <p className={classes['label']}>{label}</p>
        <p className={classes['district']}>{district ?? 'District not known'}</p>
        {secret && <p className={classes['secret']}><IconLock size={20} aria-hidden />Secret address: never read it out, never leave it on a screen</p>}
      </div>
      {lat !== null && lon !== null
        ? <a className={classes['map']} href={mapLink(lat, lon)}><IconMapPin size={24} aria-hidden />Map</a>
        : <p className={classes['unplaced']}>No point on the map for it</p>}
    </div>
  );
}
