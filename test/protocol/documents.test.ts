// The documents keep up with the product: every setting and command is in the README, and every link leads to a file.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const read = (file: string): string => readFileSync(file, 'utf8');
const readme = read('README.md');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);

test('the README explains every setting that is read', () => {
  const settings = all(read('server/config.ts'), /^ {2}([A-Z_]+): /gm);
  expect(settings.length).toBeGreaterThan(10);
  const explained = readme.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => all(line.split('|')[1] ?? '', /`([A-Z_]+)`/g));
  expect(explained.toSorted()).toEqual(settings.toSorted());
});

test('.env.example names what docker-compose.yml asks for, and nothing else', () => {
  const asked = new Set(all(read('docker-compose.yml'), /\$\{([A-Z_]+)/g));
  expect(all(read('.env.example'), /^([A-Z_]+)=/gm).toSorted()).toEqual([...asked].toSorted());
});

test('the README names every script and every command of the command line', () => {
  const commands = globSync('server/cli/*.ts').flatMap((file) => all(read(file), /\.command\('([a-z-]+)'\)/g));
  expect(commands.length).toBeGreaterThan(8);
  expect(commands.filter((command) => !new RegExp(`\\b${command}\\b`).test(readme))).toEqual([]);
  for (const script of ['demo', 'start', 'dev', 'check', 'nightjar']) expect(readme).toMatch(new RegExp(`npm (run )?${script}\\b`));
});

test('every link within the documents leads to a file', () => {
  const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')];
  const dead = documents.flatMap((file) => all(read(file), /\]\((?!https?:)([^)#]+)/g).filter((link) => !existsSync(join(dirname(file), link))).map((link) => `${file}: ${link}`));
  expect(dead).toEqual([]);
});
