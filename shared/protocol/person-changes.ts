// What was said of a person before and what is said now, field by field, from the versions that were kept.
import { SAID_ABOUT, type PersonHistory, type SaidAbout } from './people.ts';

type Version = PersonHistory['versions'][number];
export interface FieldChange { field: string; before: string | null; now: string | null }
/** Null: the first time that anything was said. */
export interface VersionChange { at: string; by: string; organisation: string; changes: FieldChange[] | null; says: string[] }

const FIELD_NAMES = {
  name: 'Name', age: 'Age', relation: 'Relation', contact: 'Safe contact', status: 'Known to a service as', where: 'Where they are', language: 'Language', looks: 'What they look like', names: 'Other names',
  consent: 'Consent to a service', sharing: 'Basis for sharing',
} as const satisfies Record<SaidAbout, string>;

/** The latest first, as the versions come. */
export const changesOf = (versions: readonly Version[]): VersionChange[] => versions.map((version, index) => {
  const before = versions[index + 1];
  return { at: version.at, by: version.by, organisation: version.organisation, says: version.says.map(({ text }) => text), changes: before === undefined ? null : between(before, version) };
});

const said = ({ says }: Version, about: SaidAbout): string | null => says.filter((one) => one.about === about).map(({ text }) => text).join('; ') || null;

const between = (before: Version, now: Version): FieldChange[] => SAID_ABOUT.flatMap((about) => {
  const [was, is] = [said(before, about), said(now, about)];
  return was === is ? [] : [{ field: FIELD_NAMES[about], before: was, now: is }];
});
