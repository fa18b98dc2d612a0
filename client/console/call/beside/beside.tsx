// What stands beside the form while it is typed: what may be known already of this caller, place and people.
import type { CallDraft } from '../call-draft.ts';
import { LookAlikeList } from '../look-alike-list.tsx';

export const Beside = ({ draft }: { draft: CallDraft }) => <LookAlikeList draft={draft} />;
