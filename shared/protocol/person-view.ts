// Somebody by name, as every view names them.
import { z } from 'zod';

export const PersonView = z.strictObject({ staffId: z.string(), name: z.string() });
export type PersonView = z.infer<typeof PersonView>;
