type Close = () => Promise<unknown>;

const open: Close[] = [];

/** Has something closed after the test that runs, or after the file when none does. Faults are of no interest. */
export const closeAfterTest = (close: Close): void => void open.push(close);

/** How many are open now, for `closeDownTo`. */
export const countOpen = (): number => open.length;

/** Closes the latest ones until so many are left. */
export const closeDownTo = async (count: number): Promise<void> => {
  await Promise.allSettled(open.splice(count).map((close) => close()));
};
