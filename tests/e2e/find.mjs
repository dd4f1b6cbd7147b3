// @ts-check
// Where the browsers are on this machine.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} variable of the environment, which overrules the search
 * @param {string[]} commands by preference
 */
export function findBrowser(variable, commands) {
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of commands.flatMap((command) =>
    folders.map((folder) => join(folder, command)),
  )) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here: the next folder may have it.
    }
  }
  throw new Error(`none of ${commands.join(', ')} is on the PATH; ${variable} may name one`);
}
