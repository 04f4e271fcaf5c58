import type { IconNode } from 'lucide';
import { paperPath } from '../../app/reader-agenda.ts';
import type { ReaderView } from '../../app/reader-view.ts';
import type { Paper } from '../../domain/meeting.ts';
import { Icon } from '../kit/icon.tsx';
import { useText } from '../use-text.ts';

type OpenView = Extract<ReaderView, { kind: 'paper' }>;

/** A small way to one neighbouring paper; its name carries the title. */
export function TurnLink(props: {
  readonly view: OpenView;
  readonly paper: Paper | null;
  readonly icon: IconNode;
  readonly name: string;
}) {
  if (props.paper === null) return null;
  const name = `${props.name}: ${props.paper.title}`;
  return (
    <a
      class="icon-button"
      href={paperPath(props.view.manifest.meetingId, props.paper.id)}
      title={name}
      aria-label={name}
    >
      <Icon node={props.icon} turns />
    </a>
  );
}

/** At the end of a paper: the papers before and after it, by their titles. */
export function TurnPapers(props: { readonly view: OpenView }) {
  const { view } = props;
  const { t } = useText();
  if (view.before === null && view.after === null) return null;
  return (
    <nav class="reader-turn" aria-label={t('reader.turnPapers')}>
      {view.before && <TurnBlock view={view} paper={view.before} word={t('reader.paperBefore')} />}
      {view.after && <TurnBlock view={view} paper={view.after} word={t('reader.paperAfter')} />}
    </nav>
  );
}

function TurnBlock(props: { readonly view: OpenView; readonly paper: Paper; readonly word: string }) {
  return (
    <a class="reader-turn__link" href={paperPath(props.view.manifest.meetingId, props.paper.id)}>
      <span class="reader-turn__word">{props.word}</span>
      <span class="reader-turn__title" lang="en-GB">
        {props.paper.title}
      </span>
    </a>
  );
}
