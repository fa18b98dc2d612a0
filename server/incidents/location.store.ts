// Where an incident is, as it was written down; a correction is a new line, the old one stays.
import type { Id } from '../../shared/domain/incident-file.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { districtAt } from '../exchange/area.store.ts';

export interface LocationInput { label: string; lat: number | null; lon: number | null; secret: boolean }

export async function saveLocation(tx: Tx, incidentId: Id, location: LocationInput): Promise<{ id: Id; districtCode: string | null }> {
  const id = newId();
  const district = location.lat === null || location.lon === null ? null : await districtAt(tx, tx.manager.connection, location.lat, location.lon);
  const districtCode = district?.code ?? null;
  await tx.query('INSERT INTO location (id, incident_id, label, lat, lon, district_code, secret, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, incidentId, location.label, location.lat, location.lon, districtCode, location.secret, tx.now]);
  return { id, districtCode };
}
