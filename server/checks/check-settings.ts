// Whom there is to ask, as the settings give it: a name, and a telephone number or the address of a system with its key.
import { z } from 'zod';
import type { CheckSource } from '../../shared/domain/check.ts';
import { SourceCode } from '../../shared/protocol/checks.ts';

/** Names and dates of birth travel there, and the key with them: in clear no further than this machine. */
const isPrivate = (url: string): boolean => {
  const { protocol, hostname, username } = new URL(url);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)));
};

const Source = z.strictObject({
  code: SourceCode, name: z.string().trim().min(1).max(60), phone: z.string().trim().min(3).max(40).optional(),
  url: z.url().refine(isPrivate, 'must begin with https://, and carry no password').optional(), key: z.string().min(8).max(4000).optional(),
  automatic: z.boolean().default(false), answerSeconds: z.int().min(5).max(24 * 60 * 60).default(120),
}).refine(({ key, url }) => key === undefined || url !== undefined, 'has a key and no url')
  .refine(({ automatic, url }) => !automatic || url !== undefined, 'is automatic and has no url');
export type SourceSetting = z.infer<typeof Source>;

const BY_PHONE: SourceSetting[] = [['police', 'police'], ['mash', 'MASH'], ['care-connect', 'Care Connect'], ['edt', 'EDT’s own records'], ['health', 'health']]
  .map(([code = '', name = '']) => ({ code, name, automatic: false, answerSeconds: 120 }));

const unread = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A JSON list. The sentences of a wrong one name the field, and never what stands in it. */
export const CheckSources = z.string().transform(unread).pipe(
  z.array(Source, 'must be a JSON list of sources').max(12).refine((sources) => new Set(sources.map(({ code }) => code)).size === sources.length, 'names a source twice'),
).default(BY_PHONE);

export const sourceOf = ({ code, name, phone, url, automatic, answerSeconds }: SourceSetting): CheckSource =>
  ({ code, name, way: url === undefined ? 'phone' : 'system', phone: phone ?? null, automatic, answerSeconds });
