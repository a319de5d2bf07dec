/**
 * Rows as a CSV file (RFC 4180, UTF-8 with its mark, so that spreadsheets read it). A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  '\uFEFF' + rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('')

function cellOf(text: string): string {
  const plain = /^[\s\0]*[=+\-@|%＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) || plain !== plain.trim() ? `"${plain.replaceAll('"', '""')}"` : plain
}
