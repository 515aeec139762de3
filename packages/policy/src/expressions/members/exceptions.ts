/** Exceptions that policies meet, each with the type above it. */
const BASES: Readonly<Record<string, string>> = {
  SystemException: 'Exception',
  ApplicationException: 'Exception',
  NullReferenceException: 'SystemException',
  InvalidCastException: 'SystemException',
  InvalidOperationException: 'SystemException',
  ObjectDisposedException: 'InvalidOperationException',
  NotSupportedException: 'SystemException',
  NotImplementedException: 'SystemException',
  FormatException: 'SystemException',
  UriFormatException: 'FormatException',
  IndexOutOfRangeException: 'SystemException',
  ArgumentException: 'SystemException',
  ArgumentNullException: 'ArgumentException',
  ArgumentOutOfRangeException: 'ArgumentException',
  RegexParseException: 'ArgumentException',
  ArithmeticException: 'SystemException',
  DivideByZeroException: 'ArithmeticException',
  OverflowException: 'ArithmeticException',
  KeyNotFoundException: 'SystemException',
  OutOfMemoryException: 'SystemException',
  TimeoutException: 'SystemException',
  RegexMatchTimeoutException: 'TimeoutException',
  InsufficientExecutionStackException: 'SystemException',
  CryptographicException: 'SystemException',
  RuntimeBinderException: 'Exception',
  JsonException: 'Exception',
  JsonReaderException: 'JsonException',
  JsonWriterException: 'JsonException',
  JsonSerializationException: 'JsonException',
  XmlException: 'SystemException',
};

/** Whether an exception of type `type` is caught by `catch (wanted)`. */
export function isExceptionOf(type: string, wanted: string): boolean {
  for (let current: string | undefined = type; current !== undefined; current = BASES[current]) {
    if (current === wanted) return true;
  }
  return wanted === 'Exception';
}

export function isExceptionType(name: string): boolean {
  return name === 'Exception' || Object.hasOwn(BASES, name);
}
