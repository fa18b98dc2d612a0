// What the shapes mean; folded away until asked for.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { GRADE_MEANS, GRADES, type Grade } from '../../shared/domain/grade.ts';
import { GRADE_SHAPES } from './grade-shapes.ts';

function GradeShape({ grade }: { grade: Grade }) {
  const { path, figureY } = GRADE_SHAPES[grade];
  return (
    <svg className={`nj-map-key nj-map-key-${grade}`} viewBox="-16 -16 32 32" aria-hidden="true">
      <path d={path} />
      <text y={figureY}>{grade}</text>
    </svg>
  );
}

function Mark({ kind, children }: { kind: string; children?: ReactNode }) {
  return <span className={`nj-map-mark nj-map-mark-${kind}`} aria-hidden="true">{children}</span>;
}

interface MapLegendProps {
  readonly schematic: boolean;
  readonly staleAfterSeconds: number;
}

export function MapLegend({ schematic, staleAfterSeconds }: MapLegendProps) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const minutes = Math.round(staleAfterSeconds / 60);
  return (
    <section className="nj-map-legend" aria-label="Map legend">
      <button type="button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        Legend {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
      </button>
      <ul id={listId} hidden={!open}>
        {GRADES.map((grade) => (
          <li key={grade}><GradeShape grade={grade} />Grade {grade}. {GRADE_MEANS[grade]}</li>
        ))}
        <li><Mark kind="late">late</Mark>Past its deadline</li>
        <li><Mark kind="label">B2 · 40 s</Mark>Crew, and the age of its position</li>
        <li><Mark kind="stale">B5 · 38 min old</Mark>Not heard for {minutes} min or more</li>
        <li><Mark kind="responder" />One responder</li>
        <li><Mark kind="approach" />Going there, with the minutes left (straight line, not the road)</li>
        <li><Mark kind="reach" />Rings: within 15 and 30 minutes of the crew that is chosen, or of the incident that somebody is being sent to (straight line)</li>
        {schematic && <li><Mark kind="district" />District, schematic: real boundaries are not imported yet</li>}
      </ul>
    </section>
  );
}
