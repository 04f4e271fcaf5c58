const LABELLED = /^(?:meeting\s)?(?:date|day|time|venue|place|location|committee|meeting)\s?:/i;
const LABEL =
  /\s(?=(?:Date|DATE|Day|DAY|Time|TIME|Venue|VENUE|Place|PLACE|Location|LOCATION|Contact|CONTACT|Enquiries)(?: of (?:the )?(?:meeting|MEETING))?\s?:)/;

/** "Date: ... Time: ... Venue: ..." in one paragraph, apart; a text that is no such list stays whole. */
export const labelledParts = (text: string): readonly string[] =>
  LABELLED.test(text) && text.length <= 600 ? text.split(LABEL) : [text];
