/** Whether `text` matches `glob`, where `*` stands for any run of characters; case is ignored, as Azure ignores it. */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = glob.split('*').map(escapeForRegExp).join('.*');
  return new RegExp(`^${pattern}$`, 'is').test(text);
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
