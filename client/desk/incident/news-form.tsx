// News on a closed incident, from the desk: noted and nothing more, with why. If it is not over, it is opened again instead.
import { Textarea } from '@mantine/core';
import { NEWS_NAMES } from '../../../shared/domain/closed-news.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { decideNews } from '../../../shared/protocol/owed.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function NewsForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`news.${incident.id}`, { reason: '' });
  const news = incident.news.find(({ decision }) => decision === null);
  const decide = async () => {
    if (news === undefined) return;
    await deed(decideNews, { incidentId: incident.id, newsId: news.id, decision: 'noted', reason: values.reason.trim(), linkedToId: null });
    clear();
  };
  return (
    <ActForm
      title={news === undefined ? 'News on a closed incident' : `News on a closed incident: ${NEWS_NAMES[news.kind]}`}
      leadsTo="Read it in the log first. If it is not over, open the incident again instead: that decides it too."
      act="Noted, nothing more"
      refusal={news === undefined ? refusalSentence({ code: 'already-decided' }) : values.reason.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined}
      onAct={decide}
      onClose={onClose}
    >
      <Textarea label="Why nothing more" required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
