import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { ImportFault } from '../../app/import/import-desk.ts';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

export interface FaultNoticeProps {
  /** Null for nothing wrong. */
  readonly fault: ImportFault | null;
  /** What else is known: at which file, what is kept. */
  readonly children?: ComponentChildren;
}

/** Why the desk could not do what it was asked, and what to do about it. */
export const FaultNotice = ({ fault, children }: FaultNoticeProps) => {
  const { t } = useText();
  if (fault === null) return null;
  return (
    <Notice tone="waiting" icon={CircleAlert} role="alert" title={t(`import.fault.${fault}.title`)}>
      <p>{t(`import.fault.${fault}.text`)}</p>
      {children}
    </Notice>
  );
};
