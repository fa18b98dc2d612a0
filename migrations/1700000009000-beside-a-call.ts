// What stands beside a call while it is taken: earlier calls by number, incidents by door and by point. Each search reads an index in the order of time and stops, however long the past.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BesideACall1700000009000 implements MigrationInterface {
  name = 'BesideACall1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [COLUMNS, NUMBERS, DOORS, POINTS, INDEXES]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX place_point');
    await runner.query('DROP INDEX incident_person_person');
    await runner.query('ALTER TABLE location DROP COLUMN point_cell, DROP COLUMN address_key');
  }
}

const COLUMNS = `
  ALTER TABLE location ADD COLUMN address_key text, ADD COLUMN point_cell bigint;`;

// For what was written before: British numbers as they are usually typed, and the first part of an address in plain words. From now on the product writes all three itself.
const NUMBERS = `
  WITH dialled AS (SELECT id, regexp_replace(regexp_replace(phone, '\\(0\\)', ''), '[^0-9+]', '', 'g') AS digits FROM call WHERE phone IS NOT NULL),
    whole AS (SELECT id, CASE WHEN digits LIKE '+%' THEN digits WHEN digits LIKE '00%' THEN '+' || substr(digits, 3) WHEN digits LIKE '0%' THEN '+44' || substr(digits, 2) END AS number FROM dialled)
  UPDATE call SET phone_e164 = number FROM whole WHERE whole.id = call.id AND phone_e164 IS NULL AND number ~ '^[+][0-9]{9,15}$';`;
const DOORS = `
  WITH first_part AS (
    SELECT id, trim(regexp_replace(lower(regexp_replace(CASE WHEN split_part(label, ',', 1) ~ '^[0-9 ]*$' THEN label ELSE split_part(label, ',', 1) END, '[''’]', '', 'g')), '[^[:alnum:]]+', ' ', 'g')) AS words FROM location)
  UPDATE location SET address_key = nullif(left(regexp_replace(regexp_replace(words, ' rd$', ' road'), ' st$', ' street'), 120), '')
  FROM first_part WHERE first_part.id = location.id AND NOT EXISTS (SELECT FROM place WHERE lower(place.name) = first_part.words);`;
// A point that is a place's own says nothing of a door: only others are kept as points.
const POINTS = `
  UPDATE location SET point_cell = floor(lat / 0.0005)::bigint * 1000000 + floor(lon / 0.0008)::bigint + 500000
  WHERE lat IS NOT NULL AND lon IS NOT NULL AND NOT EXISTS (SELECT FROM place WHERE place.lat = location.lat AND place.lon = location.lon);`;

const INDEXES = `
  CREATE INDEX location_address_key ON location (address_key, recorded_at DESC) WHERE address_key IS NOT NULL;
  CREATE INDEX location_point_cell ON location (point_cell, recorded_at DESC) WHERE point_cell IS NOT NULL;
  CREATE INDEX incident_person_person ON incident_person (person_id);
  CREATE INDEX place_point ON place (lat, lon);`;
