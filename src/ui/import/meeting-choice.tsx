import { useMemo } from 'preact/hooks';
import { watchMeetingChoices } from '../../app/import/meeting-choices.ts';
import type { Services } from '../../app/services.ts';
import { Select } from '../kit/select.tsx';
import { useText } from '../use-text.ts';
import { useWatch } from '../use-watch.ts';

export interface MeetingChoiceProps {
  readonly services: Services;
  /** The id of a meeting; empty to let the papers say it. */
  readonly value: string;
  readonly onChange: (meetingId: string) => void;
}

/** For a late report, which does not say by itself which meeting it is for. Nothing while none is published. */
export const MeetingChoice = ({ services, value, onChange }: MeetingChoiceProps) => {
  const { t, dates } = useText();
  const watched = useWatch(useMemo(() => watchMeetingChoices(services), [services]));
  const meetings = watched.state === 'ready' ? watched.value : [];
  if (meetings.length === 0) return null;
  return (
    <Select
      name="meeting"
      label={t('import.meeting.label')}
      hint={t('import.meeting.hint')}
      choices={[
        { value: '', label: t('import.meeting.any') },
        ...meetings.map(({ meetingId, committee, start }) => ({
          value: meetingId,
          label: t('import.open.meeting', { committee, date: dates.date(start.slice(0, 10)) }),
        })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
};
