import { CircleCheck, Clock, Eye, type IconNode } from 'lucide';
import type { RecordState } from '../../app/records.ts';
import { StateLine } from '../kit/state-line.tsx';
import type { Tone } from '../kit/tag.tsx';
import { useText } from '../use-text.ts';
import { stateWords } from './record-words.ts';

const looks: Record<RecordState['kind'], { readonly tone: Tone; readonly icon: IconNode }> = {
  waiting: { tone: 'waiting', icon: Clock },
  received: { tone: 'done', icon: CircleCheck },
  quarantined: { tone: 'waiting', icon: Eye },
  held: { tone: 'waiting', icon: Eye },
};

/** How far a record has come, on a line of its own. */
export const RecordStateLine = ({ state, now }: { readonly state: RecordState; readonly now: number }) => (
  <StateLine
    tone={looks[state.kind].tone}
    icon={looks[state.kind].icon}
    state={stateWords(useText(), state, now)}
  />
);
