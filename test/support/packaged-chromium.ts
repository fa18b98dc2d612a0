// The Chromium inside the npm package @sparticuz/chromium, unpacked once for each user and version, with what it needs of a bare machine.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { buildFolderOnce, exists } from '../../server/database/embedded/build-folder-once.ts';

const run = promisify(execFile);
const manifest = z.object({ version: z.string() });

/** The package unpacks into TMPDIR, and takes a half-written file there for a whole one: so into a draft, in a process that has it so. */
const UNPACK = 'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();';
/** Makes the package bring the libraries of Amazon Linux as well, for machines that lack NSS. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/** The package's own says /tmp/fonts. */
const FONTS = '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';

export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> } | undefined> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = manifest.parse(JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')));
  const parent = join(tmpdir(), `nightjar-chromium-${userInfo().uid}`);
  await mkdir(parent, { recursive: true });
  // Ours alone: fails where another user has put the folder there for us to run what is in it.
  await chmod(parent, 0o700);
  const folder = await buildFolderOnce(join(parent, version), async (draft) => {
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK, entry], { env: { ...process.env, ...WITH_LIBRARIES, TMPDIR: draft } });
    await writeFile(join(draft, 'fonts', 'fonts.conf'), FONTS);
  });
  const executablePath = join(folder, 'chromium');
  const env = { ...ownEnvironment(), ...((await exists('/etc/fonts/fonts.conf')) ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) };
  const runsAlone = await run(executablePath, ['--version']).then(() => true, () => false);
  return { executablePath, env: runsAlone ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
