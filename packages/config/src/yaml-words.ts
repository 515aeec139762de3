/** What a YAML error means to the person who wrote the file. */
export interface YamlWords {
  readonly message: string;
  readonly fix: string;
  /** Only this one value is in doubt: the rest of the file can still be checked. */
  readonly local?: true;
}

const words: Readonly<Record<string, YamlWords>> = {
  BAD_ALIAS: { message: 'an alias that cannot be used here', fix: 'write the value itself', local: true },
  BAD_DQ_ESCAPE: {
    message: 'an unknown escape in a double-quoted text',
    fix: 'write \\\\ for a backslash, or use single quotes',
    local: true,
  },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines around it',
    fix: 'align it with its neighbours, two spaces for each level',
  },
  BAD_SCALAR_START: {
    message: 'a value must not start with this character',
    fix: 'put the value in quotes',
    local: true,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second key and value on one line',
    fix: 'put a value that contains ": " in quotes, or start a new line',
  },
  BLOCK_IN_FLOW: { message: 'an indented block inside [ ] or { }', fix: 'close the bracket before the block starts' },
  MULTILINE_IMPLICIT_KEY: { message: 'a key that runs over more than one line', fix: 'add the missing colon or quote' },
  RESOURCE_EXHAUSTION: { message: 'values nested too deeply', fix: 'remove the surplus brackets' },
  TAB_AS_INDENT: { message: 'a tab indents this line', fix: 'indent with spaces' },
  TAG_RESOLVE_FAILED: {
    message: 'a tag that this file does not know',
    fix: 'remove the word that starts with !',
    local: true,
  },
};

const unclosed: YamlWords = { message: 'a quote or bracket that is not closed', fix: 'close it' };

/** Words for an error of the YAML parser; its own message where there are none. */
export function yamlWords(code: string, parserMessage: string): YamlWords {
  if (isUnclosed(parserMessage)) return unclosed;
  const own = `${parserMessage.charAt(0).toLowerCase()}${parserMessage.slice(1)}`;
  return words[code] ?? { message: own, fix: 'correct the syntax here' };
}

/** True where the parser met the end of a quoted text or of a bracket that opened further up. */
export function isUnclosed(parserMessage: string): boolean {
  return /^Missing closing .quote|end with a [\]}]/.test(parserMessage);
}
