// "7f3a91c2" as "7f3a 91c2": easier to compare.
export function grouped(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
