/** Categories of harm, each with the word that stands for it. */
const WORDS = { Hate: 'hate', SelfHarm: 'self-harm', Sexual: 'sexual', Violence: 'violence' } as const;

/**
 * How harmful a text is: its words say so themselves. `violence-5` has severity 5 of Violence; of the same category the
 * worst counts. With four levels severities are even.
 */
export function analyzeText(text: string, categories: readonly string[], outputType: string) {
  return Object.entries(WORDS)
    .filter(([category]) => categories.length === 0 || categories.includes(category))
    .map(([category, word]) => ({ category, severity: severityOf(text, word, outputType) }));
}

function severityOf(text: string, word: string, outputType: string): number {
  const found = [...text.toLowerCase().matchAll(new RegExp(`\\b${word}-([0-7])\\b`, 'g'))].map((match) =>
    Number(match[1]),
  );
  const worst = Math.max(0, ...found);
  return outputType === 'FourSeverityLevels' ? worst - (worst % 2) : worst;
}

/** Whether a text tries to talk a model out of its rules: one sentence stands for them all. */
export function detectAttack(text: string): boolean {
  return /ignore (?:all|the|your) (?:previous |earlier )?(?:instructions|rules)/i.test(text);
}
