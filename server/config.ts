// The only reader of the environment. A wrong setting stops the boot with a sentence.
import { z } from 'zod';
import { CheckSources } from './checks/check-settings.ts';
import { ROUTER_KINDS } from './router/router.ts';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  MIGRATE_DATABASE_URL: z.string().optional(),
  NIGHTJAR_HOME: z.string().default('.nightjar'),
  NIGHTJAR_ROLE: z.enum(['all', 'web']).default('all'),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: flag.default(false),
  MAP_TILE_URL: z.string().optional(),
  MAP_TILE_ATTRIBUTION: z.string().default('© OpenStreetMap contributors'),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(60),
  SESSION_HOURS: z.coerce.number().int().min(1).max(48).default(14),
  POSITION_KEEP_HOURS: z.coerce.number().int().min(1).max(24 * 31).default(72),
  CALL_DRAFT_KEEP_HOURS: z.coerce.number().int().min(12).max(24 * 31).default(168),
  CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(120),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_KEY: z.string().min(32).optional(),
  CHECKPOINT_FILE: z.string().optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  CHECK_SOURCES: CheckSources,
  ROUTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROUTER_KIND: z.enum(ROUTER_KINDS).default('osrm'),
});

export interface Config extends z.infer<typeof Settings> {
  demo: boolean;
  /** The demo's other database: the night that simulated people play. */
  played: boolean;
}

/** Reads the settings; throws a sentence that names each wrong one. */
export function readConfig(environment: NodeJS.ProcessEnv, demo: boolean, played = false): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`A setting is wrong, so Nightjar did not start. ${problems}`);
  }
  const settings = parsed.data;
  if ((settings.TLS_CERT === undefined) !== (settings.TLS_KEY === undefined)) throw new Error('TLS_CERT and TLS_KEY go together: give both, or neither.');
  if (demo && settings.DATABASE_URL !== undefined) throw new Error('The demo keeps a database of its own: start it without DATABASE_URL.');
  // What a rehearsal signs has no place among the checkpoints of a live log, nor under its key.
  if (demo && (settings.LOG_KEY !== undefined || settings.CHECKPOINT_FILE !== undefined)) throw new Error('The demo keeps a log of its own: start it without LOG_KEY and CHECKPOINT_FILE.');
  return { ...settings, demo, played };
}
