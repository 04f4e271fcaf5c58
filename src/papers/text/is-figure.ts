/** "1,234.5", "(12)", "-3%", "£4m", "–". */
export const isFigure = (text: string): boolean =>
  /^[(\-–+£]{0,3}\d[\d,. ]{0,20}(?:%|k|m|bn)?\)?$|^[-–]$/i.test(text.trim());
