import { useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { watchOpenImports } from '../../app/import/open-imports.ts';
import type { Services } from '../../app/services.ts';
import { BackLink } from '../kit/back-link.tsx';
import { Page } from '../kit/page.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';
import { FaultNotice } from './fault-notice.tsx';
import { GiveForm } from './give-form.tsx';
import { OpenImports } from './open-imports.tsx';

export interface GiveScreenProps {
  readonly services: Services;
  /** The meeting whose page led here, or null. */
  readonly meetingId: string | null;
}

/** `/desk/import`: where papers are brought in. For clerks; the address is theirs alone. */
export const GiveScreen = ({ services, meetingId }: GiveScreenProps) => {
  const { t } = useText();
  const { route } = useLocation();
  const open = useMemo(() => watchOpenImports(services), [services]);
  const watched = useWatch(open.view);
  const view = watched.state === 'ready' ? watched.value : { kind: 'asking' as const };
  // Nothing has begun yet, so nothing is there.
  const there = useRef([]).current;
  return (
    <Page
      title={t('import.title')}
      caption={services.enrolment.council.name}
      back={<BackLink href="/desk">{t('desk.title')}</BackLink>}
    >
      <p class="import-intro">{t('import.intro')}</p>
      {view.kind === 'fault' && <FaultNotice fault={view.fault} />}
      {view.kind === 'known' && (
        <OpenImports services={services} imports={view.imports} onRemoved={open.again} />
      )}
      <GiveForm
        services={services}
        importId={null}
        {...(meetingId === null ? {} : { meeting: meetingId })}
        there={there}
        onReading={(id) => route(`/desk/import/${id}`)}
      />
    </Page>
  );
};
