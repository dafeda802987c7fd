// How dates and numbers are written here: as the browser asks for them, whatever the language of the words beside them.
export const browserLocale = known(navigator.language);

// What no standard knows, as "en-US@posix" of a system without a language, is left to the browser.
function known(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
