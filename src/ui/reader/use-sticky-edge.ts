import { useEffect, useState } from 'preact/hooks';

/**
 * How many pixels at the top of the window a sticky bar covers once it sticks, measured whenever its size
 * changes; 0 where it does not stick. Give `measure` to the bar as its `ref`.
 */
export const useStickyEdge = (): {
  readonly edge: number;
  readonly measure: (bar: HTMLElement | null) => void;
} => {
  const [bar, measure] = useState<HTMLElement | null>(null);
  const [edge, setEdge] = useState(0);
  useEffect(() => {
    if (bar === null) return;
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
