// Loaded into every Node process that a benchmark starts (NODE_OPTIONS=--import): leaves the process's peak memory behind.
import { appendFileSync } from 'node:fs';

const file = process.env.LZ_BENCH_MEMORY;
if (file !== undefined) {
  process.on('exit', () => {
    // Kilobytes on Linux and macOS alike, as Node gives them.
    appendFileSync(file, `${process.resourceUsage().maxRSS}\n`);
  });
}
