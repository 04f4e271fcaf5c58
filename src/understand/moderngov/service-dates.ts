/**
 * The address of a web service's question with its dates as dd/MM/yyyy. Dates in any other order are silently ignored
 * there, and the answer is then everything that there ever was.
 */
export const withServiceDates = (address: string): string =>
  address.replace(
    /([?&]s(?:From|To|Start|End|DateStart|DateEnd)(?:Date)?=)(\d{4})-(\d{2})-(\d{2})(?=&|$)/giu,
    (_, name: string, year: string, month: string, day: string) => `${name}${day}/${month}/${year}`,
  );
