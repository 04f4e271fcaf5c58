import { CircleAlert, CircleCheck, CircleDashed, Download, Hourglass, Pause } from 'lucide';
import { useState } from 'preact/hooks';
import { downloadPack, pauseDownload, type MeetingPack } from '../app/meetings.ts';
import type { Services } from '../app/services.ts';
import { instantToLondon } from '../domain/london-time.ts';
import { fileSize } from './file-size.ts';
import { Button } from './kit/button.tsx';
import { ProgressBar } from './kit/progress-bar.tsx';
import { StateLine } from './kit/state-line.tsx';
import { useText, type Text } from './use-text.ts';

/** "2 papers, 14 pages". */
const packCount = (pack: MeetingPack, { t }: Text): string =>
  t('meetings.pack.count', {
    papers: t('meetings.pack.papers', { count: pack.papers }),
    pages: t('meetings.pack.pages', { count: pack.pages }),
  });

/** Why a download stopped, and what to do about it. */
const packError = (error: string | null, { t }: Text): string =>
  t(
    `meetings.pack.error.${error === 'full' || error === 'damaged' || error === 'refused' ? error : 'other'}`,
  );

export interface PackLineProps {
  readonly services: Services;
  readonly meetingId: string;
  readonly committee: string;
  readonly pack: MeetingPack;
  readonly isOffline: boolean;
}

/** Is it on this tablet? In words, with how far a download is and the one thing to do about it. */
export const PackStateLine = (props: PackLineProps) => {
  const { t } = useText();
  const { pack } = props;
  if (pack.papers === 0) {
    return <StateLine tone="plain" icon={CircleDashed} state={t('meetings.pack.no-papers')} />;
  }
  if (pack.kind === 'ready') return <ReadyPack {...props} />;
  if (pack.kind === 'loading' || pack.kind === 'waiting') return <ComingPack {...props} />;
  return pack.kind === 'failed' ? <FailedPack {...props} /> : <AbsentPack {...props} />;
};

const ReadyPack = ({ services, pack }: PackLineProps) => {
  const { t, dates } = useText();
  const checked = instantToLondon(pack.checkedAt ?? 0);
  const isToday = checked.slice(0, 10) === instantToLondon(services.now()).slice(0, 10);
  const slots = {
    papers: t('meetings.pack.papers', { count: pack.papers }),
    pages: t('meetings.pack.pages', { count: pack.pages }),
    time: dates.clock(checked),
    date: dates.date(checked),
  };
  return (
    <StateLine tone="done" icon={CircleCheck} state={t('meetings.pack.ready')}>
      {t(isToday ? 'meetings.pack.ready-more' : 'meetings.pack.ready-more-day', slots)}
    </StateLine>
  );
};

const ComingPack = (props: PackLineProps) => {
  const text = useText();
  const { t } = text;
  const { services, meetingId, committee, pack, isOffline } = props;
  const [isFull, setFull] = useState(false);
  const pause = async (): Promise<void> => setFull((await pauseDownload(services, meetingId)) === 'full');
  return (
    <div class="pack">
      <StateLine
        tone="waiting"
        icon={Hourglass}
        state={t(`meetings.pack.${pack.kind}${isOffline ? '-offline' : ''}`)}
      >
        {packCount(pack, text)}
      </StateLine>
      <PackProgress {...props} />
      <Button
        kind="quiet"
        icon={Pause}
        hidden={t('meetings.pack.of', { committee })}
        onPress={() => void pause()}
      >
        {t('meetings.pack.pause')}
      </Button>
      {isFull && <p role="alert">{t('meetings.pack.error.full')}</p>}
    </div>
  );
};

const FailedPack = (props: PackLineProps) => {
  const text = useText();
  const { t } = text;
  return (
    <div class="pack">
      <StateLine tone="waiting" icon={CircleAlert} state={t('meetings.pack.failed')}>
        {packError(props.pack.error, text)}
      </StateLine>
      <PackProgress {...props} />
      <DownloadButton {...props} words={t('meetings.pack.retry')} />
    </div>
  );
};

const AbsentPack = (props: PackLineProps) => {
  const text = useText();
  const { t } = text;
  const { pack } = props;
  const isPaused = pack.kind === 'none' && pack.have > 0;
  const state = pack.kind === 'removed' ? 'removed' : isPaused ? 'paused' : 'none';
  return (
    <div class="pack">
      <StateLine tone="plain" icon={CircleDashed} state={t(`meetings.pack.${state}`)}>
        {t('meetings.pack.none-more', { papers: packCount(pack, text), size: fileSize(pack.total) })}
      </StateLine>
      {isPaused && <PackProgress {...props} />}
      <DownloadButton {...props} words={t(isPaused ? 'meetings.pack.resume' : 'meetings.pack.download')} />
    </div>
  );
};

const PackProgress = ({ committee, pack }: PackLineProps) => {
  const { t } = useText();
  return (
    <ProgressBar
      name={t('meetings.pack.loading-name', { committee })}
      have={pack.have}
      total={pack.total}
      words={t('meetings.pack.progress', { have: fileSize(pack.have), total: fileSize(pack.total) })}
    />
  );
};

/** The one primary button where papers are to be fetched: reading comes after it. */
const DownloadButton = ({
  services,
  meetingId,
  committee,
  words,
}: PackLineProps & { readonly words: string }) => {
  const { t } = useText();
  const [isFull, setFull] = useState(false);
  const download = async (): Promise<void> => setFull((await downloadPack(services, meetingId)) === 'full');
  return (
    <>
      <Button icon={Download} hidden={t('meetings.pack.of', { committee })} onPress={() => void download()}>
        {words}
      </Button>
      {isFull && <p role="alert">{t('meetings.pack.error.full')}</p>}
    </>
  );
};
