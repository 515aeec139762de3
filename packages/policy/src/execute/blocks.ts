const BLOCK = 8 * 1024;

/**
 * A stream as a gateway passes it on that buffers answers: in blocks of 8 KB, the last one as long as it is (azure-docs:
 * articles/api-management/how-to-server-sent-events.md).
 */
export async function* inBlocks(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const chunk of body) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= BLOCK) {
      yield held.subarray(0, BLOCK);
      held = held.subarray(BLOCK);
    }
  }
  if (held.length > 0) yield held;
}
