// Figures and their form on paper: medians, a peer's times, tables.

/**
 * A peer's action (Azure/bicep-deploy) on this kind of machine: milliseconds from process start to its first network
 * connection and to its first ARM request, an empty Node process beside it, and the bytes of its bundle
 * (facts/clients.md, section 1).
 */
export const peer = { emptyMs: 22, firstConnectionMs: 131, firstArmRequestMs: 148, bytes: 1_269_000 };

/** Ours may take this share of the peer's time over an empty process. */
export const target = 0.75;

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Ours over an empty process as a share of the peer's. */
export function shareOfPeer(oursMs, emptyMs, peerMs) {
  return (oursMs - emptyMs) / (peerMs - peer.emptyMs);
}

/** `312 KB`, thousands of bytes. */
export function kilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString('en')} KB`;
}

/** Lines of a plain table: the first column to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)];
}
