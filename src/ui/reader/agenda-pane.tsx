import type { OwnDeclaration } from '../../app/own-records.ts';
import type { AgendaLine, AgendaLink, ReaderAgenda } from '../../app/reader-agenda.ts';
import type { Manifest } from '../../domain/meeting.ts';
import { Tag } from '../kit/tag.tsx';
import { useText, type Text } from '../use-text.ts';

export interface AgendaPaneProps {
  readonly manifest: Manifest;
  readonly agenda: ReaderAgenda;
  /** Empty where nothing was declared. */
  readonly declarations: readonly OwnDeclaration[];
  /** Called when a paper was chosen, so that a drawer can close. */
  readonly onChoose?: () => void;
}

/** The agenda of the meeting as the way to its papers. */
export function AgendaPane({ manifest, agenda, declarations, onChoose }: AgendaPaneProps) {
  const { t } = useText();
  const plans = new Map(manifest.plans.map(({ itemId, areas }) => [itemId, areas.length]));
  return (
    <nav
      class="reader-agenda"
      aria-label={t('reader.agenda')}
      onClick={(event) => isLink(event) && onChoose?.()}
    >
      <ol class="reader-agenda__list" role="list">
        {agenda.lines.map((line) => (
          <Line
            key={line.item.id}
            line={line}
            areas={plans.get(line.item.id) ?? 0}
            declaration={declarations.find(({ itemId }) => itemId === line.item.id) ?? null}
          />
        ))}
      </ol>
      {agenda.whole.length > 0 && (
        <>
          <p class="reader-agenda__part">{t('reader.wholeMeeting')}</p>
          <ul class="reader-agenda__list" role="list">
            {agenda.whole.map((link) => (
              <li class={lineClass(link.open)} key={link.paperId}>
                <span class="reader-agenda__body">
                  <PaperLink link={link}>{link.title}</PaperLink>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function Line(props: {
  readonly line: AgendaLine;
  readonly areas: number;
  readonly declaration: OwnDeclaration | null;
}) {
  const { item, papers } = props.line;
  const { t } = useText();
  const [only] = papers;
  const notes = [
    item.pages && pageSpan(t, item.pages),
    props.areas > 0 && t('reader.itemPlan', { count: props.areas }),
    papers.length === 0 && t('reader.itemWithoutPaper'),
  ].filter(Boolean);
  return (
    <li class={lineClass(papers.some(({ open }) => open))}>
      <span class="reader-agenda__number">{item.number ?? ''}</span>
      <span class="reader-agenda__body">
        {only && papers.length === 1 ? (
          <PaperLink link={only}>{item.title}</PaperLink>
        ) : (
          <span lang="en-GB">{item.title}</span>
        )}
        {notes.length > 0 && <span class="reader-agenda__notes">{notes.join(', ')}</span>}
        {props.declaration && <DeclaredTag mustLeave={props.declaration.mustLeave} />}
        {papers.length > 1 && (
          <ul class="reader-agenda__papers" role="list">
            {papers.map((link) => (
              <li key={link.paperId}>
                <PaperLink link={link}>{link.title}</PaperLink>
              </li>
            ))}
          </ul>
        )}
      </span>
    </li>
  );
}

function PaperLink(props: { readonly link: AgendaLink; readonly children: string }) {
  return (
    <a
      class="reader-agenda__link"
      href={props.link.href}
      aria-current={props.link.open ? 'page' : undefined}
      lang="en-GB"
    >
      {props.children}
    </a>
  );
}

function DeclaredTag({ mustLeave: leaves }: { readonly mustLeave: boolean }) {
  const { t } = useText();
  return (
    <Tag tone={leaves ? 'duty' : 'waiting'}>{t(leaves ? 'reader.declaredLeave' : 'reader.declared')}</Tag>
  );
}

const pageSpan = (t: Text['t'], span: { readonly first: string; readonly last: string }): string =>
  t(span.first === span.last ? 'reader.itemPage' : 'reader.itemPages', span);

const lineClass = (open: boolean): string => `reader-agenda__line${open ? ' reader-agenda__line--open' : ''}`;

const isLink = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('a') !== null;
