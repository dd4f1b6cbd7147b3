// @ts-check
// What content scripts and pages may ask of the worker: two closed tables.

import { pushToPages, pushToTab } from '../shared/messages.js';
import { siteOf } from '../shared/sites.js';
import { bytesKept } from '../shared/storage.js';
import { CARDS } from '../wasm/cards.js';
import { walkKey } from './commands.js';
import { analyze, checkRule } from './core.js';
import { diagnosis } from './diagnosis.js';
import { forgetContact, forgetMemory, remembered, restoreMemory } from './memory.js';
import { countSent, known } from './relation.js';
import { change, current, stored } from './store.js';
import { allTabs, clearBadge, currentDraft, inFrame, noteReport } from './tabs.js';
import { addTallies, forgetTallies, tallies, tally } from './tallies.js';
import { examine, exportFile, takeIn, takenOut } from './transfer.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('../shared/sites.js').SiteName} SiteName */

/**
 * @param {Settings} settings
 * @param {SiteName | null} site
 */
const modeOf = ({ sites }, site) => site && sites[site];

/**
 * @param {Settings} settings
 * @param {SiteName | null} site
 * @param {boolean} walkKey
 */
function siteSettings(settings, site, walkKey) {
  const { public: read, look, extras } = settings;
  const mode = modeOf(settings, site);
  return {
    on: mode !== 'off',
    marks: !mode,
    site,
    posts: site !== null && site !== 'gmail' && read[`${site}-posts`] === true,
    comments: site === 'linkedin' && read['linkedin-comments'] === true,
    look,
    walkKey,
    pause: extras.pause === true,
    memory: extras.memory === true,
  };
}

/** @param {Parameters<typeof change>[0]} edit */
async function changeAndTell(edit) {
  const settings = await change(edit);
  void pushToPages('settings', settings);
  const [walks, tabs] = await Promise.all([walkKey(), allTabs()]);
  for (const { id, url } of tabs) {
    const own = siteSettings(settings, siteOf(url), walks);
    if (!own.on) clearBadge(id);
    void pushToTab({ tabId: id }, 'settings', own);
  }
  return settings;
}

/** @type {import('../shared/messages.js').ContentTable} */
export const content = {
  async analyze({ draft, contact, focusedAt }, sender) {
    const { site } = sender;
    const { whole } = await known(await current(), { draft, contact, site });
    const report = await analyze(whole);
    // The site may have been switched off since it was asked for.
    if (modeOf(await current(), site) !== 'off') noteReport(sender, focusedAt, report);
    return report;
  },

  async sent(message, { site, incognito }) {
    if (!incognito) await countSent(await current(), { ...message, site });
    return {};
  },

  async siteSettings(_, { site }) {
    const walks = await walkKey();
    return siteSettings(await current(), site, walks);
  },

  async ignore({ rule, phrase, on = true }) {
    await changeAndTell(({ ignored }) => {
      const others = ignored.filter((entry) => entry.rule !== rule || entry.phrase !== phrase);
      return { ignored: on ? [...others, { rule, phrase }] : others };
    });
    void tally({ ignored: on ? [rule] : [] });
    return {};
  },

  async level({ rule, level }) {
    /** @type {import('../shared/settings.js').Level | null} */
    let was = null;
    await changeAndTell(({ levels: { [rule]: before, ...others } }) => {
      was = before ?? null;
      return { levels: level ? { ...others, [rule]: level } : others };
    });
    return { was };
  },

  async tally({ fired }, { incognito }) {
    if (!incognito) await tally({ fired });
    return {};
  },

  async openOptions({ rule }) {
    if (rule) {
      const url = chrome.runtime.getURL(`options.html#${encodeURIComponent(rule)}`);
      await chrome.tabs.create({ url });
    } else {
      await chrome.runtime.openOptionsPage();
    }
    return {};
  },

  explain: async ({ family }) => CARDS[family] ?? null,
};

/** @type {import('../shared/messages.js').PageTable} */
export const page = {
  settings: stored,
  update: (changes) => changeAndTell(() => changes),
  checkRule,
  currentDraft: async ({ tabId }) => currentDraft(await current(), tabId),

  async reveal({ tabId, frameId, ...place }) {
    await chrome.tabs.update(tabId, { active: true });
    await pushToTab({ tabId, frameId }, 'reveal', place);
    return {};
  },

  fix: async ({ tabId, frameId, box, ...fix }) => ({
    outcome: (await inFrame({ tabId, frameId }, 'fix', [box, fix])) ?? 'gone',
  }),

  async stage({ tabId, frameId, box, stage }) {
    await inFrame({ tabId, frameId }, 'setStage', [box, stage]);
    return {};
  },

  tallies,
  memory: remembered,

  forgetMemory,

  async restoreMemory(was) {
    await restoreMemory(was);
    return {};
  },

  async forgetContact({ site, contact }) {
    await forgetContact(site, contact);
    return {};
  },

  forgetTallies,
  addTallies,
  examine,
  exportFile,
  takeIn: (upload) => takeIn(upload, changeAndTell),

  async takeOut({ file, before }) {
    await changeAndTell((now) => takenOut(now, file, before));
    return {};
  },

  async kept() {
    const { contacts, sketches } = await remembered();
    return {
      bytes: await bytesKept(),
      contacts: Object.keys(contacts).length,
      sketches: sketches.length,
    };
  },

  diagnosis: async () => ({ text: await diagnosis() }),
};
