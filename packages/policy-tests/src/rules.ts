import type { Path, SchemaMistake } from '@lz/config';
import type { Answer, Answers, ExpectedBody, Expectation, Shared, TestFile } from './test-file.ts';

/** What the schema cannot say. */
export function ruleMistakes(test: TestFile): readonly SchemaMistake[] {
  return [
    ...subjectMistakes(test),
    ...(test.cases === undefined || test.refused === undefined
      ? []
      : [
          wrongKey(
            ['refused'],
            '`refused` and `cases` exclude each other',
            'test a document that is refused in a file of its own',
          ),
        ]),
    ...(test.cases === undefined && test.refused === undefined
      ? [wrongKey(['cases'], '`cases` is missing', 'write cases, or `refused` for a document that must be refused')]
      : []),
    ...(test.defaults === undefined ? [] : sharedMistakes(test.defaults, ['defaults'])),
    ...(test.cases ?? []).flatMap((each, index) => [
      ...sharedMistakes(each, ['cases', index]),
      ...(each.steps ?? []).flatMap((step, at) => sharedMistakes(step, ['cases', index, 'steps', at])),
    ]),
    ...sameNames(test),
  ];
}

/** Exactly one of the keys says what is tested. */
function subjectMistakes(test: TestFile): readonly SchemaMistake[] {
  const given = (['policy', 'policies', 'config'] as const).filter((key) => test[key] !== undefined);
  const [first, second] = given;
  if (first === undefined)
    return [
      wrongKey(
        ['policy'],
        'nothing says which documents are tested',
        'write `policy: FILE`, `policies:` or `config: FILE`',
      ),
    ];
  if (second !== undefined)
    return [wrongKey([second], `\`${first}\` and \`${second}\` exclude each other`, `keep one of them`)];
  if (test.policies !== undefined && Object.keys(test.policies).length === 0)
    return [wrongKey(['policies'], '`policies` names no document', 'write for example `api: FILE`')];
  return [];
}

function sameNames({ cases = [] }: TestFile): readonly SchemaMistake[] {
  const seen = new Set<string>();
  return cases.flatMap(({ name }, index) => {
    const twice = seen.has(name);
    seen.add(name);
    return twice
      ? [wrongKey(['cases', index, 'name'], `another case is called "${name}"`, 'give each its own name')]
      : [];
  });
}

function sharedMistakes(part: Shared, path: Path): readonly SchemaMistake[] {
  return [
    ...answerMistakes(part.backend, [...path, 'backend']),
    ...(part.answers ?? []).flatMap(({ answer }, index) =>
      answerMistakes(answer, [...path, 'answers', index, 'answer']),
    ),
    ...(part.request?.token?.query !== undefined && part.request.token.header !== undefined
      ? [
          wrongKey(
            [...path, 'request', 'token', 'query'],
            '`query` and `header` exclude each other',
            'keep one of them',
          ),
        ]
      : []),
    ...(part.expect === undefined ? [] : expectationMistakes(part.expect, [...path, 'expect'])),
  ];
}

function answerMistakes(answers: Answers | undefined, path: Path): readonly SchemaMistake[] {
  if (answers === undefined) return [];
  if (!isList(answers)) return oneAnswer(answers, path);
  if (answers.length === 0) return [wrongKey(path, 'the list holds no answer', 'write at least one')];
  return answers.flatMap((answer, index) =>
    isList(answer as Answers)
      ? [wrongKey([...path, index], 'a list of answers holds answers, no lists', 'take the inner brackets away')]
      : oneAnswer(answer, [...path, index]),
  );
}

function oneAnswer(answer: Answer, path: Path): readonly SchemaMistake[] {
  const others = Object.keys(answer).filter((key) => key !== 'failure');
  if (answer.failure !== undefined && others.length > 0)
    return [
      wrongKey(
        [...path, 'failure'],
        'with `failure` there is no answer',
        `remove ${others.map((key) => `\`${key}\``).join(', ')}`,
      ),
    ];
  return answer.body !== undefined && answer.chunks !== undefined
    ? [wrongKey([...path, 'chunks'], '`chunks` and `body` exclude each other', 'keep one of them')]
    : [];
}

function expectationMistakes(expect: Expectation, path: Path): readonly SchemaMistake[] {
  return [
    ...(expect.requests ?? []).flatMap((request, index) =>
      typeof request === 'string'
        ? [wrongKey([...path, 'requests', index], 'a request is expected here', 'for none, write `calls: 0`')]
        : bodyMistakes(request.body, [...path, 'requests', index, 'body']),
    ),
    ...(typeof expect.backend === 'object' ? bodyMistakes(expect.backend.body, [...path, 'backend', 'body']) : []),
    ...bodyMistakes(expect.caller?.body, [...path, 'caller', 'body']),
    ...expressions(expect, path),
  ];
}

function bodyMistakes(body: ExpectedBody | undefined, path: Path): readonly SchemaMistake[] {
  if (typeof body === 'string') return [];
  const refused = (message: string, fix: string): readonly SchemaMistake[] => [wrongKey(path, message, fix)];
  if (body === undefined) return [];
  if (Object.keys(body).length === 0) return refused('nothing is expected of the body', 'write for example `partial:`');
  return body.json !== undefined && body.partial !== undefined
    ? refused('`json` and `partial` exclude each other', 'keep one of them')
    : [];
}

/** Regular expressions anywhere below that cannot be read. */
function expressions(value: unknown, path: Path): readonly SchemaMistake[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => expressions(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'json' || key === 'partial' || key === 'variables') return [];
    if (key !== 'matches' || typeof member !== 'string') return expressions(member, [...path, key]);
    try {
      new RegExp(member);
      return [];
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return [
        wrongKey([...path, key], `the regular expression cannot be read: ${cause}`, 'escape what is meant as it is'),
      ];
    }
  });
}

function isList(answers: Answers): answers is readonly Answer[] {
  return Array.isArray(answers);
}

function wrongKey(path: Path, message: string, fix: string): SchemaMistake {
  return { path, part: 'key', message, fix };
}
