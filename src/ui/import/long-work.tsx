import { useEffect, useRef } from 'preact/hooks';
import { ProgressBar } from '../kit/progress-bar.tsx';
import { useText } from '../use-text.ts';

export interface LongWorkProps {
  /** What is going on: "Sending 3 of 12: pack.pdf". */
  readonly now: string;
  /** The same without what changes: "Sending the papers". */
  readonly name: string;
  readonly have: number;
  readonly total: number;
  /** "4.2 of 12 MB". */
  readonly words: string;
  /** Takes the focus when it appears: the button that began it is gone. */
  readonly takesFocus?: boolean;
}

/** Long work as it goes on; read aloud at every quarter only. */
export const LongWork = ({ now, name, have, total, words, takesFocus = false }: LongWorkProps) => {
  const { t } = useText();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) line.current?.focus();
  }, [takesFocus]);
  const quarter = total === 0 ? 0 : Math.floor((4 * have) / total) * 25;
  return (
    <div class="long-work">
      <p class="long-work__now" tabIndex={-1} ref={line}>
        {now}
      </p>
      <ProgressBar name={name} have={have} total={total} words={words} />
      <p class="govuk-visually-hidden" role="status">
        {quarter > 0 && t('import.progress.spoken', { name, percent: String(quarter) })}
      </p>
    </div>
  );
};
