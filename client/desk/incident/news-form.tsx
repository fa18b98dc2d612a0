// News on a closed incident, from the desk: noted and nothing more, or it belongs to another that is open. If it is not over, it is opened again instead.
import { NativeSelect, Textarea } from '@mantine/core';
import { NEWS_NAMES } from '../../../shared/domain/closed-news.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { decideNews } from '../../../shared/protocol/owed.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function NewsForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const open = useLiveList('incident').filter(({ state }) => state === 'open');
  const { values, field, clear } = useDraftFields(`news.${incident.id}`, { reason: '', linkedToId: '' });
  const news = incident.news.find(({ decision }) => decision === null);
  const other = open.find(({ id }) => id === values.linkedToId);
  const decide = async () => {
    if (news === undefined) return;
    await deed(decideNews, { incidentId: incident.id, newsId: news.id, decision: other === undefined ? 'noted' : 'linked', reason: values.reason.trim(), linkedToId: other?.id ?? null });
    clear();
  };
  return (
    <ActForm
      title={news === undefined ? 'News on a closed incident' : `News on a closed incident: ${NEWS_NAMES[news.kind]}`}
      leadsTo="Read it in the log first. If it is not over, open the incident again instead: that decides it too."
      act={other === undefined ? 'Noted, nothing more' : `It belongs to ${other.ref}`}
      refusal={news === undefined ? refusalSentence({ code: 'already-decided' }) : values.reason.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined}
      onAct={decide}
      onClose={onClose}
    >
      <NativeSelect label="Does it belong to another incident that is open?" {...field('linkedToId')} data={[{ value: '', label: 'no, to none' }, ...open.map(({ id, ref, summary }) => ({ value: id, label: `${ref} ${summary.slice(0, 80)}` }))]} />
      <Textarea label={other === undefined ? 'Why nothing more' : 'What is new, for the log of both'} required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
