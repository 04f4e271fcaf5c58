import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Asking, NotHere } from './import-states.tsx';
import type { ReviewProps } from './review-props.ts';

type Part = ComponentType<ReviewProps> | 'loading' | 'not-loaded';

/** What was understood, to be corrected: loaded when something was read. */
export const ReviewLater = (props: ReviewProps) => {
  const [part, setPart] = useState<{ readonly part: Part }>({ part: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    import('./review-screen.tsx').then(
      ({ ReviewScreen }) => setPart({ part: ReviewScreen }),
      () => setPart({ part: 'not-loaded' }),
    );
  }, [tries]);
  const { part: Screen } = part;
  if (Screen === 'loading') return <Asking />;
  if (Screen === 'not-loaded') return <NotHere fault="offline" onAgain={() => setTries(tries + 1)} />;
  return <Screen {...props} />;
};
