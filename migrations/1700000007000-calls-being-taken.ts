// Calls that are being taken and not saved yet; a caller's number in one spelling; how a location was understood.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Once saved, or swept, only the line stays that tells a second save which incident it became: what was typed is gone.
const DRAFTS = `
  CREATE TABLE call_draft (
    id uuid PRIMARY KEY, version integer NOT NULL, form text NOT NULL CHECK (form IN ('console', 'desk')), door text, words text NOT NULL, body text,
    begun_by_id uuid NOT NULL REFERENCES staff, begun_at timestamptz NOT NULL, held_by_id uuid NOT NULL REFERENCES staff, held_since timestamptz NOT NULL, touched_at timestamptz NOT NULL,
    changed_by_id uuid NOT NULL REFERENCES staff, incident_id uuid REFERENCES incident DEFERRABLE INITIALLY DEFERRED, thrown_at timestamptz,
    CHECK (incident_id IS NULL OR (body IS NULL AND words = '' AND thrown_at IS NULL)));
  CREATE INDEX call_draft_open ON call_draft (touched_at) WHERE body IS NOT NULL;
  GRANT SELECT, INSERT, UPDATE, DELETE ON call_draft TO nightjar_app;`;

// Calls from before: by their figures alone, which every British number on a keypad has in common.
const NUMBERS = `
  ALTER TABLE call ADD COLUMN phone_e164 text;
  UPDATE call SET phone_e164 = '+44' || substr(regexp_replace(phone, '[^0-9]', '', 'g'), 2) WHERE phone ~ '^[ ()-]*0[0-9 ()-]+$' AND regexp_replace(phone, '[^0-9]', '', 'g') ~ '^0[1-9][0-9]{8,9}$';
  CREATE INDEX call_phone ON call (phone_e164, reported_at DESC) WHERE phone_e164 IS NOT NULL;`;

const PLACES = `
  ALTER TABLE location ADD COLUMN approximate boolean NOT NULL DEFAULT false, ADD COLUMN understood_as text
    CHECK (understood_as IN ('place', 'postcode', 'grid-reference', 'coordinates', 'pin', 'words'));`;

export class CallsBeingTaken1700000007000 implements MigrationInterface {
  name = 'CallsBeingTaken1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DRAFTS, NUMBERS, PLACES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE location DROP COLUMN understood_as, DROP COLUMN approximate');
    await runner.query('DROP INDEX call_phone');
    await runner.query('ALTER TABLE call DROP COLUMN phone_e164');
    await runner.query('DROP TABLE call_draft');
  }
}
