import { useEffect, useState } from 'preact/hooks';
import {
  readSpace,
  removeKeptPack,
  type DeviceControl,
  type KeptPack,
  type SpaceView,
} from '../app/settings.ts';
import type { Services } from '../app/services.ts';
import { fileSize } from './file-size.ts';
import { Button } from './kit/button.tsx';
import { Section } from './kit/page.tsx';
import { useText } from './use-text.ts';

export interface SettingsSpaceProps {
  readonly services: Services;
  readonly control: DeviceControl;
}

/** What the papers take, whether the browser promised to keep them, and what can go. */
export const SettingsSpace = ({ services, control }: SettingsSpaceProps) => {
  const { t } = useText();
  const [space, setSpace] = useState<SpaceView | null>(null);
  const [refused, setRefused] = useState(false);
  const look = () => readSpace(services, control).then(setSpace);
  useEffect(() => void look(), [services, control]);
  return (
    <Section id="space" title={t('settings.space')}>
      {space && (
        <div class="setting">
          <p>
            {t('settings.space.papers', { size: fileSize(space.papers) })}{' '}
            {space.estimate &&
              t('settings.space.free', {
                free: fileSize(Math.max(0, space.estimate.quota - space.estimate.used)),
                quota: fileSize(space.estimate.quota),
              })}
          </p>
          <p>
            {t(`settings.space.${space.isKept === null ? 'unknown' : space.isKept ? 'kept' : 'not-kept'}`)}
          </p>
          {refused && <p role="status">{t('settings.space.refused')}</p>}
          {space.isKept === false && (
            <Button
              kind="secondary"
              onPress={() =>
                void control.space.askToKeep().then((answer) => {
                  setRefused(answer !== true);
                  return look();
                })
              }
            >
              {t('settings.space.ask')}
            </Button>
          )}
        </div>
      )}
      {space && (
        <Packs
          packs={space.packs}
          onRemove={(meetingId) => void removeKeptPack(services, meetingId).then(look)}
        />
      )}
    </Section>
  );
};

interface PacksProps {
  readonly packs: readonly KeptPack[];
  readonly onRemove: (meetingId: string) => void;
}

const Packs = ({ packs, onRemove }: PacksProps) => {
  const { t, dates } = useText();
  return (
    <div class="setting">
      <h3 class="setting__name">{t('settings.packs')}</h3>
      {packs.length === 0 && <p class="second">{t('settings.no-packs')}</p>}
      <ul class="kept">
        {packs.map(({ meetingId, committee, start, bytes }) => (
          <li class="kept__row" key={meetingId}>
            <span class="kept__name">
              {committee}
              <span class="second small">
                {dates.date(start)}, {fileSize(bytes)}
              </span>
            </span>
            <Button
              kind="quiet"
              hidden={t('settings.remove-hidden', { committee, date: dates.date(start) })}
              onPress={() => onRemove(meetingId)}
            >
              {t('settings.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
