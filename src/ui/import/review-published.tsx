import { CircleCheck } from 'lucide';
import { ButtonLink, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

/** What a proposed meeting has become. */
export interface Published {
  readonly meetingId: string;
  readonly version: number;
}

/** It is published: what happens now, and where to go from here. */
export const ReviewPublished = ({ meetingId, version }: Published) => {
  const { t } = useText();
  return (
    <Notice tone="done" icon={CircleCheck} role="status" title={t('review.published.title')}>
      <p>{t('review.published.text', { version: String(version) })}</p>
      <ButtonRow>
        <ButtonLink href={`/meetings/${meetingId}`}>{t('review.published.open')}</ButtonLink>
        <ButtonLink kind="secondary" href="/desk">
          {t('review.published.desk')}
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
};
