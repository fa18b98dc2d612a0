// The advisory locks of the database, each with a key of its own: one number used twice would be one lock.
export const ADVISORY_KEYS = {
  embeddedInUse: 7_100_001,
  roles: 7_100_002,
  migrations: 7_100_003,
  log: 7_100_004,
  policies: 7_100_005,
  callsWaiting: 7_100_012,
} as const;
