import { CircleCheck } from 'lucide';
import { ButtonLink, ButtonRow } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

export interface ReviewPublishedProps {
  readonly published: { readonly meetingId: string; readonly version: number };
  readonly committee: string;
}

/** It is published: what happens now, and where to go from here. */
export const ReviewPublished = ({ published, committee }: ReviewPublishedProps) => {
  const { t } = useText();
  return (
    <Notice tone="done" icon={CircleCheck} role="status" title={t('review.published.title')}>
      <p>{t('review.published.text', { committee, version: String(published.version) })}</p>
      <ButtonRow>
        <ButtonLink href={`/meetings/${published.meetingId}`}>{t('review.published.open')}</ButtonLink>
        <ButtonLink kind="secondary" href="/desk">
          {t('review.published.desk')}
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
};
