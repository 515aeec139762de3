import { valueText } from '../../expressions/values/text.ts';
import type { Handler } from './handler.ts';

/** Documented: what is longer is cut before it goes to the event hub. */
const MOST_EVENT_BYTES = 200 * 1024;

/** `log-to-eventhub`. */
export const logToEventHub: Handler = async (run, element) => {
  const text = valueText(await run.content(element));
  const partitionId = await run.text(element, 'partition-id');
  const partitionKey = await run.text(element, 'partition-key');
  run.ports.emitMessage({
    kind: 'event-hub',
    loggerId: await run.required(element, 'logger-id'),
    text: Buffer.from(text).subarray(0, MOST_EVENT_BYTES).toString('utf8'),
    ...(partitionId === undefined ? {} : { partitionId }),
    ...(partitionKey === undefined ? {} : { partitionKey }),
  });
};

/** `send-service-bus-message`. */
export const sendServiceBusMessage: Handler = async (run, element) => {
  const optional = async (name: string, attribute: string): Promise<Readonly<Record<string, string>>> => {
    const value = await run.text(element, attribute);
    return value === undefined ? {} : { [name]: value };
  };
  const properties: Record<string, string> = {};
  let text = '';
  for (const part of element.children) {
    if (part.name === 'payload') text = valueText(await run.content(part));
    for (const property of part.name === 'message-properties' ? part.children : [])
      properties[await run.required(property, 'name')] = valueText(await run.content(property));
  }
  run.ports.emitMessage({
    kind: 'service-bus',
    properties,
    text,
    ...(await optional('queue', 'queue-name')),
    ...(await optional('topic', 'topic-name')),
    ...(await optional('namespace', 'namespace')),
    ...(await optional('clientId', 'client-id')),
  });
};
