// The area of a shift, by the names of its districts.
import { DISTRICTS } from '../../shared/domain/district.ts';

export const areaWords = (codes: readonly string[]): string => (codes.length === 0 ? 'whole county' : DISTRICTS.filter(({ code }) => codes.includes(code)).map(({ name }) => name).join(', '));
