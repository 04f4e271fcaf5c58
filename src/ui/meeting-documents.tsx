import { useState } from 'preact/hooks';
import { removePapers, type MeetingView } from '../app/meeting.ts';
import type { Services } from '../app/services.ts';
import { fileSize } from './file-size.ts';
import { Button, ButtonRow } from './kit/button.tsx';
import { Dialog } from './kit/dialog.tsx';
import { useText } from './use-text.ts';

type Known = Extract<MeetingView, { kind: 'known' }>;

/** The papers with their pages and sizes, and the way to take them off this tablet. */
export const MeetingDocuments = ({
  services,
  view,
}: {
  readonly services: Services;
  readonly view: Known;
}) => {
  const { t } = useText();
  const [asks, setAsks] = useState(false);
  if (view.papers.length === 0) return <p class="second">{t('meeting.no-documents')}</p>;
  return (
    <>
      <ul class="documents">
        {view.papers.map(({ paper, path }) => (
          <li key={paper.id}>
            <a href={path}>{paper.title}</a>
            <span class="second small">
              {t('meeting.document.kind', {
                pages: t('meetings.pack.pages', { count: paper.pages }),
                size: fileSize(paper.file.size),
              })}
            </span>
          </li>
        ))}
      </ul>
      {view.pack.have > 0 && view.pack.kind !== 'removed' && (
        <Button kind="quiet" onPress={() => setAsks(true)}>
          {t('meeting.remove')}
        </Button>
      )}
      <Dialog open={asks} title={t('meeting.remove-title')} onClose={() => setAsks(false)}>
        <p>{t('meeting.remove-text')}</p>
        <ButtonRow>
          <Button
            onPress={() => {
              setAsks(false);
              void removePapers(services, view.manifest.meetingId);
            }}
          >
            {t('meeting.remove-yes')}
          </Button>
          <Button kind="secondary" onPress={() => setAsks(false)}>
            {t('meeting.keep')}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
};
