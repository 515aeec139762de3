import { int } from '../values/number.ts';
import { IpAddressObject } from '../values/ip-address.ts';
import { fromBytes } from '../values/collections.ts';
import { StringReaderObject, StringWriterObject } from '../values/string-io.ts';
import { valueText } from '../values/text.ts';
import type { Value } from '../values/value.ts';
import { enumMember } from './enums.ts';
import { argument, tableFor, type Invocation } from './invocation.ts';

export const STRING_READER = tableFor((value): value is StringReaderObject => value instanceof StringReaderObject, {
  methods: {
    ReadLine: (self) => self.readLine(),
    ReadToEnd: (self) => self.readToEnd(),
    Read: (self) => int(self.read(false)),
    Peek: (self) => int(self.read(true)),
    Close: () => null,
    Dispose: () => null,
  },
});

function write(self: StringWriterObject, call: Invocation, end: string): Value {
  self.text += valueText(argument(call, 0)) + end;
  return null;
}

export const STRING_WRITER = tableFor((value): value is StringWriterObject => value instanceof StringWriterObject, {
  methods: {
    Write: (self, call) => write(self, call, ''),
    WriteLine: (self, call) => write(self, call, '\r\n'),
    ToString: (self) => self.text,
    Flush: () => null,
    Close: () => null,
    Dispose: () => null,
  },
});

export const IP_ADDRESS_MEMBERS = tableFor((value): value is IpAddressObject => value instanceof IpAddressObject, {
  properties: {
    AddressFamily: (self) =>
      enumMember('AddressFamily', self.bytes.length === 4 ? 'InterNetwork' : 'InterNetworkV6') ?? null,
  },
  methods: { GetAddressBytes: (self) => fromBytes(self.bytes), ToString: (self) => self.text },
});
