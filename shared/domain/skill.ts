// What somebody may do besides their profession, on the strength of a certificate with a last day (docs/practice.md, Who is there).
import type { Id } from './incident-file.ts';

export const SKILLS = ['amhp', 'return-interview', 'disabilities', 'british-sign-language', 'driver', 'speaks:pl', 'speaks:ur', 'speaks:pa', 'speaks:gu', 'speaks:bn', 'speaks:ro', 'speaks:ar', 'speaks:uk'] as const;
/** A language by its ISO 639 code, after `speaks:`. */
export type Skill = (typeof SKILLS)[number];
export const SKILL_NAMES = {
  amhp: 'Approved mental health professional', 'return-interview': 'Return interviews', disabilities: 'Work with disabled people', 'british-sign-language': 'British Sign Language', driver: 'Drives a service vehicle',
  'speaks:pl': 'Speaks Polish', 'speaks:ur': 'Speaks Urdu', 'speaks:pa': 'Speaks Punjabi', 'speaks:gu': 'Speaks Gujarati', 'speaks:bn': 'Speaks Bengali', 'speaks:ro': 'Speaks Romanian', 'speaks:ar': 'Speaks Arabic', 'speaks:uk': 'Speaks Ukrainian',
} as const satisfies Record<Skill, string>;

/** `from` and `until` are days in London (`2026-11-22`), both of them included; `until` null: for good. `endedOn`: taken away by somebody, from that day on. */
export interface Certificate { id: Id; staffId: Id; skill: Skill; from: string; until: string | null; endedOn: string | null }
export type CertificateDays = Pick<Certificate, 'skill' | 'from' | 'until' | 'endedOn'>;

export const isInDate = ({ from, until, endedOn }: Omit<CertificateDays, 'skill'>, day: string): boolean => from <= day && (until === null || day <= until) && (endedOn === null || day < endedOn);

/** In the order of `SKILLS`, each once. */
export const skillsOn = (certificates: readonly CertificateDays[], day: string): Skill[] =>
  SKILLS.filter((skill) => certificates.some((certificate) => certificate.skill === skill && isInDate(certificate, day)));

/** Those that somebody had and has no more, with the last day of the latest. */
export const lapsedOn = (certificates: readonly CertificateDays[], day: string): { skill: Skill; on: string }[] => SKILLS.flatMap((skill) => {
  const own = certificates.filter((certificate) => certificate.skill === skill && certificate.from <= day);
  const days = own.map(({ until, endedOn }) => (endedOn !== null && (until === null || endedOn < until) ? endedOn : until ?? day)).toSorted();
  const last = days.at(-1);
  return last === undefined || own.some((certificate) => isInDate(certificate, day)) ? [] : [{ skill, on: last }];
});
