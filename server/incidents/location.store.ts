// Where an incident is, as it was written down; a correction is a new line, the old one stays.
import { addressKey } from '../../shared/domain/address-key.ts';
import { readWhere, type UnderstoodAs } from '../../shared/domain/where-text.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { districtAt } from '../exchange/area.store.ts';
import { isOwnPoint } from '../exchange/place.store.ts';
import { cellOf } from './point-cell.ts';

export interface LocationInput { label: string; lat: number | null; lon: number | null; secret: boolean; approximate: boolean; understoodAs: UnderstoodAs | null }

export async function saveLocation(tx: Tx, incidentId: Id, input: LocationInput): Promise<{ id: Id; districtCode: string | null }> {
  const id = newId();
  const location = placed(input);
  const district = location.lat === null || location.lon === null ? null : await districtAt(tx, tx.manager.connection, location.lat, location.lon);
  const districtCode = district?.code ?? null;
  const ownPoint = !location.approximate && location.lat !== null && location.lon !== null && await isOwnPoint(tx, location);
  await tx.query('INSERT INTO location (id, incident_id, label, lat, lon, district_code, secret, recorded_at, approximate, understood_as, address_key, point_cell) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    [id, incidentId, location.label, location.lat, location.lon, districtCode, location.secret, tx.now, location.approximate, location.understoodAs, addressKey(location.label),
      ownPoint && location.lat !== null && location.lon !== null ? cellOf(location.lat, location.lon) : null]);
  return { id, districtCode };
}

/** Who sent words alone may have sent a grid reference among them: another system, a paper form. */
function placed(location: LocationInput): LocationInput {
  if (location.lat !== null) return location;
  const read = readWhere(location.label);
  if (!('point' in read)) return { ...location, understoodAs: location.understoodAs ?? read.as, approximate: location.approximate || (read.as === 'words' && read.approximate) };
  return { ...location, ...read.point, understoodAs: read.as };
}
