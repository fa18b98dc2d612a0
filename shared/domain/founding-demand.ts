// The demand of the founding report (docs/practice.md, Demand): what a rehearsal's calls are drawn from, and what a night is compared with. What no report gives is marked as ours.
import { TZDate } from '@date-fns/tz';
import { DISTRICTS, type DistrictCode } from './district.ts';
import { minutesBetween, plusMinutes, type Instant } from './instant.ts';

/** 48,720 Early Action calls in the year of the founding report; 936.9 a week. */
export const CALLS_PER_DAY = 133.5;
/** 6,469 of them. */
export const MISSING_SHARE = 0.133;

/** "Mid to late afternoon up to midnight", read as from this hour on the wall. */
export const PEAK_FROM_HOUR = 15;

const NAMED_SHARES: Partial<Record<DistrictCode, number>> = { E07000123: 0.155, E07000121: 0.141, E07000117: 0.109 };

/** The report gives these one by one. */
export const NAMED_DISTRICTS: readonly DistrictCode[] = ['E07000123', 'E07000121', 'E07000117'];

/** Preston, Lancaster and Burnley as the report has them; what it gives for the other nine together is shared by population. */
export const DISTRICT_SHARES: readonly (readonly [DistrictCode, number])[] = districtShares();

/** Monday first. Friday and Saturday are the highest and Sunday the lowest; how much higher and lower is ours. Their mean is 1. */
export const WEEKDAY_WEIGHTS = [0.97, 0.96, 0.97, 0.99, 1.12, 1.11, 0.88] as const;

/** By the hour on the wall. The peak runs from mid afternoon to midnight; its slopes are ours. Read as shares of their sum. */
export const HOUR_WEIGHTS = [
  0.95, 0.75, 0.6, 0.48, 0.4, 0.38, 0.42, 0.52, 0.7, 0.85, 0.92, 0.98,
  1.02, 1.08, 1.2, 1.4, 1.48, 1.52, 1.52, 1.48, 1.44, 1.4, 1.34, 1.22,
] as const;
const HOUR_WEIGHTS_SUM = HOUR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

export interface WallHour {
  /** 0 to 23. */
  hour: number;
  /** 0 is Monday. */
  weekday: number;
}

/** In London: on the nights the clocks change one of these comes twice, or never. */
export const wallHourOf = (at: Instant): WallHour => {
  const local = new TZDate(Date.parse(at), 'Europe/London');
  return { hour: local.getHours(), weekday: (local.getDay() + 6) % 7 };
};

/** How many calls the county expects in an hour of this name, over all doors. */
export const expectedCalls = ({ hour, weekday }: WallHour): number =>
  CALLS_PER_DAY * (WEEKDAY_WEIGHTS[weekday] ?? 0) * (HOUR_WEIGHTS[hour] ?? 0) / HOUR_WEIGHTS_SUM;

/** Calls to expect from one moment to another, by local hour in the order in which they come; only the hours that lie between. */
export function expectedByHour(from: Instant, until: Instant): Map<number, number> {
  const expected = new Map<number, number>();
  for (let at = from; at < until;) {
    const wholeHour = plusMinutes(at, 60 - (minutesBetween('2000-01-01T00:00:00.000Z', at) % 60));
    const next = wholeHour < until ? wholeHour : until;
    const wall = wallHourOf(at);
    expected.set(wall.hour, (expected.get(wall.hour) ?? 0) + expectedCalls(wall) * minutesBetween(at, next) / 60);
    at = next;
  }
  return expected;
}

function districtShares(): [DistrictCode, number][] {
  const others = DISTRICTS.filter(({ code }) => NAMED_SHARES[code] === undefined);
  const population = others.reduce((sum, { populationThousands }) => sum + populationThousands, 0);
  const left = 1 - Object.values(NAMED_SHARES).reduce((sum, share) => sum + share, 0);
  return DISTRICTS.map(({ code, populationThousands }) => [code, NAMED_SHARES[code] ?? left * populationThousands / population]);
}
