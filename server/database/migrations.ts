// The migrations that this build carries, read from their folder: beside the sources in a test, beside the compiled files in service.
import { readdir } from 'node:fs/promises';
import type { MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

const FOLDER = new URL('../../migrations/', import.meta.url);
const FILE_NAME = /^(?<timestamp>\d{13})-[a-z0-9-]+\.(?:ts|js)$/;

/** In the order in which they run. Refuses a file that does not export one class whose name ends in the file's timestamp. */
export async function ourMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(FOLDER)).filter((file) => FILE_NAME.test(file)).sort();
  return Promise.all(files.map(loadMigration));
}

async function loadMigration(file: string): Promise<MigrationClass> {
  const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href);
  const classes = Object.values(exported).filter(isMigration);
  const [migration] = classes;
  const timestamp = FILE_NAME.exec(file)?.groups?.timestamp;
  if (migration && classes.length === 1 && timestamp && migration.name.endsWith(timestamp)) return migration;
  throw new Error(`migrations/${file} must export one migration class whose name ends in ${timestamp}.`);
}

function isMigration(value: unknown): value is MigrationClass {
  return typeof value === 'function' && 'prototype' in value && typeof value.prototype?.up === 'function';
}
