// @ts-check
// The worker may die at any moment and is woken by what it listens to here: every listener is
// added while this script runs, and nothing in its memory is missed when it is gone.

import { serve } from '../shared/messages.js';
import { onCommand } from './commands.js';
import { content, page } from './handlers.js';
import { forgetFrame, forgetTab, openWelcome, startInOpenTabs } from './tabs.js';

serve({ content, page }, forgetFrame);

chrome.runtime.onInstalled.addListener(({ reason }) => {
  // Tabs that were open before have no script yet, or one that the update has cut off.
  if (reason === 'install' || reason === 'update') void startInOpenTabs();
  if (reason === 'install') void openWelcome();
});

chrome.tabs.onRemoved.addListener(forgetTab);

chrome.commands.onCommand.addListener(onCommand);
