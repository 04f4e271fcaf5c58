import { TriangleAlert } from 'lucide';
import type { RecordFault } from '../../app/records-fault.ts';
import { Notice } from '../kit/notice.tsx';
import { useText } from '../use-text.ts';

/** Says that a record was not saved, and what to do; nothing while there is no fault. */
export const SaveFaultNotice = ({ fault }: { readonly fault: RecordFault | null }) => {
  const { t } = useText();
  if (fault === null) return null;
  return (
    <Notice tone="duty" icon={TriangleAlert} role="alert" title={t('records.fault.title')}>
      <p>{t(`records.fault.${fault.kind}`)}</p>
    </Notice>
  );
};
