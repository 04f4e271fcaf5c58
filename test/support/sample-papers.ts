/** A meeting's page as ModernGov prints it, of a council that does not exist. */
export const samplePage = `<!doctype html><html><head>
<meta name="DC.date" scheme="W3CDTF" content="2026-02-03" /><title>Agenda for Roads Panel</title></head><body>
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda</h1></div>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=31">Roads Panel - Tuesday 3 February 2026 6&#58;30 pm</a></h2></div>
<div class="mgLinks" ><ul class="mgActionList" ><li><a href="documents/g812/Agenda frontsheet Tuesday 03-Feb-2026 18.30 Roads Panel.pdf?T=0">Agenda frontsheet <span class="mgFileSize"> PDF 98 KB</span></a></li></ul></div>
<div class="mgContent" ><p><span class="mgLabel" >Venue: </span>Guildhall, Anytown</p>
<p><span class="mgLabel" >Contact: </span>Ann Able&nbsp; Tel: 01632 960000</p>
<table class="mgItemTable" id="mgItemTable"><caption>Items</caption><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI901"></a>1.</p></td><td><p class="mgAiTitleTxt" >Apologies</p></td></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI902"></a>2.</p></td><td><p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="documents/s77/Winter service.pdf">Winter service plan <span class="mgFileSize" > PDF 61 KB</span></a></p></td></tr>
</table></div></div></body></html>`;

/** One page with these lines, as a PDF that is as small as a PDF can be. */
export const samplePdf = (...lines: readonly string[]): Uint8Array => samplePages(lines);

/** A page for each of these, with these lines; what begins with `foot: ` stands at the foot. */
export const samplePages = (...pages: readonly (readonly string[])[]): Uint8Array => {
  const first = 4;
  const source = [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    `2 0 obj <</Type/Pages/Kids[${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}]/Count ${pages.length}>> endobj`,
    '3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    ...pages.flatMap((lines, at) => {
      const content = `BT /F 12 Tf ${lines.map(shownLine).join('\n')} ET`;
      const page = first + at * 2;
      return [
        `${page} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${page + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>> endobj`,
        `${page + 1} 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
      ];
    }),
    'trailer <</Root 1 0 R>>',
  ].join('\n');
  return new TextEncoder().encode(source);
};

const shownLine = (line: string, at: number): string =>
  line.startsWith('foot: ')
    ? `1 0 0 1 280 30 Tm (${line.slice(6)}) Tj`
    : `1 0 0 1 70 ${760 - at * 20} Tm (${line}) Tj`;
