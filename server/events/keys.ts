// The keys that the log rests on: one digests statements, one signs checkpoints. Kept outside the database.
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

export interface LogKeys { statementKey: Buffer; signingKey: KeyObject; verifyingKey: KeyObject }

/** From the setting `LOG_KEY`, or from a file made at the first start. The same secret always gives the same keys. */
export async function openLogKeys(home: string, given: string | undefined): Promise<LogKeys> {
  const secret = given ?? await keptSecret(join(home, 'log-key'));
  const statementKey = Buffer.from(hkdfSync('sha256', secret, 'nightjar', 'statements', 32));
  const seed = Buffer.from(hkdfSync('sha256', secret, 'nightjar', 'checkpoints', 32));
  const signingKey = createPrivateKey({ key: Buffer.concat([ed25519Header(), seed]), format: 'der', type: 'pkcs8' });
  return { statementKey, signingKey, verifyingKey: createPublicKey(signingKey) };
}

/** Where a log stands already, its key must be there: a new one would make every earlier statement look altered. */
export async function existingLogKeys(config: Pick<Config, 'LOG_KEY'>, home: string): Promise<LogKeys> {
  const file = join(home, 'log-key');
  const isThere = config.LOG_KEY !== undefined || await access(file).then(() => true, () => false);
  if (!isThere) throw new Error(`The key of the log is not here: set LOG_KEY, or put the log-key of the deployment at ${file}.`);
  return openLogKeys(home, config.LOG_KEY);
}

/** The fixed PKCS#8 bytes before a 32-byte Ed25519 seed, taken from a key of that kind rather than typed. */
function ed25519Header(): Buffer {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return der.subarray(0, der.length - 32);
}

async function keptSecret(file: string): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}

export const digestOf = (keys: Pick<LogKeys, 'statementKey'>, salt: string, body: string): string =>
  createHmac('sha256', keys.statementKey).update(salt).update('\0').update(body).digest('hex');
