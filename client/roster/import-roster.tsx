// A roster from a file: what would come of each line first, then brought in without the lines that are refused.
import { useRef, useState } from 'react';
import { importRoster, judgeRosterFile, type JudgedLine } from '../../shared/protocol/roster.ts';
import { call, sentenceOf } from '../live/api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { say } from '../ui/toast.tsx';
import classes from './roster.module.css';
import { useRosterSend } from './use-roster.ts';

interface Judged { name: string; csv: string; lines: readonly JudgedLine[] }
const counted = (lines: readonly JudgedLine[], result: JudgedLine['result']): number => lines.filter((line) => line.result === result).length;

export function ImportRoster({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const send = useRosterSend();
  const [judged, setJudged] = useState<Judged | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const judge = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(null);
    const csv = await file.text();
    await call(judgeRosterFile, { csv }).then((lines) => setJudged({ name: file.name, csv, lines }), (error: unknown) => { setJudged(null); setProblem(sentenceOf(error)); });
  };
  const bringIn = async () => {
    if (judged === null) return;
    const done = await send(importRoster, { csv: judged.csv, without: judged.lines.filter(({ result }) => result === 'refused').map(({ line }) => line) });
    if (done === null) return;
    const taken = counted(judged.lines, 'taken');
    say(taken === 1 ? 'One shift is on the roster.' : `${taken} shifts are on the roster.`);
    onClose();
  };
  const refused = judged?.lines.filter(({ result }) => result === 'refused') ?? [];
  return (
    <FieldGroup name="A roster from a file" hint="CSV with the columns person, from and until, and if you like areas, break_from, break_until and despite. Nothing is brought in until you have seen what comes of each line.">
      <input ref={input} type="file" accept="text/csv,.csv" hidden aria-label="A roster’s file" onChange={({ currentTarget }) => { void judge(currentTarget.files?.[0]).finally(() => { currentTarget.value = ''; }); }} />
      {problem !== null && <p role="alert" className={classes['problem']}>{problem}</p>}
      {judged !== null && (
        <div role="status">
          <p className={classes['read-back']}>{judged.name}: {counted(judged.lines, 'taken')} would be taken, {counted(judged.lines, 'already there')} are there already, {refused.length} are refused.</p>
          <ul className={classes['plain']}>{refused.map(({ line, why }) => <li key={line} className={classes['certificate']}><strong>Line {line}</strong><span>{why}</span></li>)}</ul>
        </div>
      )}
      <FieldActions>
        {judged !== null && counted(judged.lines, 'taken') > 0 && <ActionButton label={refused.length === 0 ? 'Bring it in' : `Bring in the others, without ${refused.length} refused`} tone="primary" keys="Mod+Enter" onAct={bringIn} />}
        <ActionButton label={judged === null ? 'Choose the file' : 'Another file'} onAct={() => input.current?.click()} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </FieldGroup>
  );
}
