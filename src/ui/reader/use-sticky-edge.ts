import { useEffect, useState } from 'preact/hooks';

/**
 * How many pixels at the top of the window a sticky bar covers once it sticks, measured whenever its size
 * changes; 0 where it does not stick, null before it was measured. Give `measure` to the bar as its `ref`.
 */
export const useStickyEdge = (): {
  readonly edge: number | null;
  readonly measure: (bar: HTMLElement | null) => void;
} => {
  const [bar, measure] = useState<HTMLElement | null>(null);
  const [edge, setEdge] = useState<number | null>(null);
  useEffect(() => {
    if (bar === null) return undefined;
    const sizes = new ResizeObserver(() => {
      const style = getComputedStyle(bar);
      const sticks = style.position === 'sticky';
      setEdge(sticks ? bar.offsetHeight + (Number.parseFloat(style.top) || 0) : 0);
    });
    sizes.observe(bar);
    return () => sizes.disconnect();
  }, [bar]);
  return { edge, measure };
};
