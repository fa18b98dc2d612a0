// A small schema with one of everything that makes a backup hard.
import type { ClientBase } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AwkwardSchema1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TYPE mood AS ENUM ('calm', 'alarmed');
      CREATE EXTENSION btree_gist;

      -- Two tables that point at each other, the second with a name that must be quoted.
      CREATE TABLE parent (
        id integer PRIMARY KEY, name text NOT NULL, upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
        at timestamptz, took interval, share double precision, amount numeric, photo bytea, details jsonb, tags text[], mood mood,
        favourite integer);
      CREATE TABLE "Odd ""name""" ("select" text PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent ON DELETE CASCADE, number integer UNIQUE);
      ALTER TABLE parent ADD CONSTRAINT "a Favourite" FOREIGN KEY (favourite) REFERENCES "Odd ""name""" (number) DEFERRABLE INITIALLY DEFERRED;
      ALTER TABLE parent ADD EXCLUDE USING gist (name WITH =) DEFERRABLE INITIALLY DEFERRED;

      -- A log that cannot be changed, and triggers that are off, on and always on.
      CREATE TABLE log (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, body text NOT NULL);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The log is never changed.'; END $$;
      CREATE TRIGGER no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION refuse();
      CREATE TRIGGER no_insert BEFORE INSERT ON log FOR EACH STATEMENT EXECUTE FUNCTION refuse();
      ALTER TABLE log DISABLE TRIGGER no_insert;
      CREATE TRIGGER never BEFORE DELETE ON parent FOR EACH STATEMENT EXECUTE FUNCTION refuse();
      ALTER TABLE parent ENABLE ALWAYS TRIGGER never;
      CREATE RULE keep AS ON DELETE TO parent DO INSTEAD NOTHING;

      -- Rows that the migration itself writes, a table without a key, one that no backup keeps, and a sequence never used.
      CREATE TABLE seeded (value text);
      INSERT INTO seeded VALUES ('from the migration');
      CREATE UNLOGGED TABLE fleeting (value text);
      CREATE SEQUENCE untouched START 7`);
  }

  async down(): Promise<void> {
    throw new Error('This schema is only ever thrown away.');
  }
}

export async function fillAwkwardSchema(client: ClientBase): Promise<void> {
  await client.query(`
    BEGIN;
    INSERT INTO parent (id, name, at, took, share, amount, photo, details, tags, mood, favourite) VALUES
      (1, E'tab\\there, line\\nthere, back\\\\slash and \\\\. alone', '2026-10-25 01:30:00.123456+01', '1 mon 2 days 03:04:05.6', 0.1, 12345678901234567890.123456789,
       decode(repeat('00ff10', 100000), 'hex'), '{"b": [1, null], "a": "é"}', ARRAY['x,y', NULL, '"q"', ''], 'alarmed', 20),
      (2, '', 'infinity', '-1 sec', 'NaN', 'NaN', '', 'null', '{}', 'calm', NULL),
      (-3, '\\N', NULL, NULL, 1e-300, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO "Odd ""name""" VALUES ('Zoë', 1, 20), ('a', 2, NULL), ('B', 1, 3);
    COMMIT;
    INSERT INTO log (at, body) SELECT '2026-11-22'::timestamptz + n * interval '1 second', repeat(md5(n::text), 1 + n % 40) FROM generate_series(1, 5000) n;
    INSERT INTO seeded VALUES (NULL);
    INSERT INTO fleeting VALUES ('gone')`);
}
