/** Whether a document's title says that the public does not get it: "Appendix 2 (restricted)". */
export const saysRestricted = (title: string): boolean =>
  /\brestricted (?:enclosure|report|appendix|document|paper|item)\b|[([][^)\]]{0,40}\b(?:restricted|exempt|confidential|not for publication|private)\b|\bnot for publication\b|[-–—:] ?(?:restricted|exempt|confidential)$|^(?:restricted|exempt|confidential)\b ?[-–—:]/iu.test(
    title,
  );
