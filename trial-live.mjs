import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { io } from 'socket.io-client';
const ORIGIN = 'https://localhost:8443';
const people = JSON.parse(readFileSync('/tmp/trial/people.json', 'utf8'));
const started = performance.now(); const say = (t) => console.log(`${((performance.now() - started) / 1000).toFixed(2).padStart(6)} s  ${t}`);
const sockets = async () => (await Promise.all([3101, 3102].map((p) => fetch(`http://127.0.0.1:${p}/api/metrics`).then((r) => r.text()).then((t) => /^nightjar_sockets (\d+)/m.exec(t)?.[1], () => 'down')))).join(' and ');
const raise = async (cookie, summary) => {
  const r = await fetch(`${ORIGIN}/api/incidents`, { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/json', cookie }, body: JSON.stringify({
    commandId: randomUUID(), door: 'public', reportedAt: new Date().toISOString(), summary, location: null, people: [], flags: [], missingRisk: null,
    answers: { dangerNow: null, hurt: null, worseTonight: null, crime: null, safeUntilSeen: null, adviceEnough: null }, caller: { name: null, agency: null, phone: null, reference: null } }) });
  if (!r.ok) throw new Error(`${r.status} ${await r.text()}`);
  return (await r.json()).ids.incidentId;
};
const heard = { kit: new Set(), mo: new Set() };
const screens = Object.entries(people).map(([who, cookie]) => {
  const s = io(ORIGIN, { transports: ['websocket'], extraHeaders: { cookie, origin: ORIGIN }, rejectUnauthorized: false, reconnectionDelay: 200, reconnectionDelayMax: 1000 });
  s.on('connect', () => say(`${who} is live`)); s.on('disconnect', (why) => say(`${who} is cut off: ${why}`)); s.on('connect_error', (e) => say(`${who}: ${e.message}`));
  s.on('live', ({ changes }) => changes.forEach((c) => heard[who].add(c.id)));
  return s;
});
const until = async (what, test, ms = 20000) => { const end = performance.now() + ms; for (;;) { if (await test()) return; if (performance.now() > end) throw new Error(`not: ${what}`); await new Promise((r) => setTimeout(r, 20)); } };
const bothHear = async (summary) => { const t = performance.now(); const id = await raise(people.kit, summary); await until(`both hear of ${summary}`, () => heard.kit.has(id) && heard.mo.has(id)); say(`raised ${summary}: both screens have it after ${Math.round(performance.now() - t)} ms`); };
await until('both live', () => screens.every((s) => s.connected));
say(`sockets on the two servers: ${await sockets()}`);
await bothHear('first'); await bothHear('second');
const without = io(ORIGIN, { transports: ['websocket'], extraHeaders: { origin: 'https://elsewhere.example', cookie: people.kit }, rejectUnauthorized: false, reconnection: false });
await new Promise((r) => { without.once('connect_error', (e) => { say(`a socket from another page: ${e.message}`); r(); }); without.once('connect', () => { say('A SOCKET FROM ANOTHER PAGE WAS LET IN'); r(); }); });
let ok = 0; let bad = []; let going = true;
const probing = (async () => { while (going) { const r = await fetch(`${ORIGIN}/api/me`, { headers: { cookie: people.mo } }).catch((e) => ({ ok: false, status: e.cause?.code ?? e.message })); if (r.ok) ok += 1; else bad.push(r.status); await new Promise((r) => setTimeout(r, 25)); } })();
const signal = async (name, sig) => { process.kill(Number(readFileSync(`/tmp/trial/${name}.pid`, 'utf8')), sig); say(`${name} is told ${sig}`); };
await signal('one', 'SIGKILL');
await until('somebody was cut off', () => screens.some((s) => !s.connected)).catch(() => say('nobody was on it'));
await until('both live again', () => screens.every((s) => s.connected));
say(`sockets: ${await sockets()}`); await bothHear('third, with one server');
spawn('bash', ['/tmp/trial/start-one.sh'], { stdio: 'ignore', detached: true }).unref();
await until('one is back', () => fetch('http://127.0.0.1:3101/api/health/ready').then((r) => r.ok, () => false)); say('one is back');
await new Promise((r) => setTimeout(r, 5000));
await signal('two', 'SIGTERM');
await until('somebody was cut off', () => screens.some((s) => !s.connected));
await until('both live again', () => screens.every((s) => s.connected));
await bothHear('fourth, with the other server');
going = false; await probing;
say(`requests meanwhile: ${ok} answered, ${bad.length} not${bad.length ? ` (${[...new Set(bad)].join(', ')})` : ''}`);
for (const s of screens) s.close();
