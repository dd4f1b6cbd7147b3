// @ts-check
// What content scripts and pages may ask of the worker, and the news that it has for them: types
// only. messages.js carries them.

/** @typedef {import('../wasm/core.js').Draft} Draft */
/** @typedef {import('../wasm/core.js').Report} Report */
/** @typedef {import('../wasm/core.js').Family} Family */
/** @typedef {import('../wasm/core.js').Rule} Rule */
/** @typedef {import('../wasm/core.js').RuleCheck} RuleCheck */
/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').Level} Level */
/** @typedef {import('./sites.js').SiteName} SiteName */
/** @typedef {Record<never, never>} Nothing */

/**
 * What the user has set for one site.
 * @typedef {object} SiteSettings
 * @property {boolean} on
 * @property {boolean} marks whether anything may be drawn into the page; the popup shows all
 * @property {SiteName | null} site null on pages of no site that we know
 * @property {boolean} posts whether posts are read, which are written for everybody
 * @property {boolean} comments
 * @property {import('./settings.js').Look} look
 * @property {boolean} [walkKey] false where the user has another key than Alt with the full stop
 * @property {boolean} pause whether to ask before a message goes out that hardly should
 * @property {boolean} memory whether what was sent is counted
 */
/**
 * The state of one frame; `focusedAt` is a `Date.now()`, 0 where no box ever had the focus.
 * @typedef {object} FrameState
 * @property {'draft' | 'no-box' | 'unreadable' | 'foreign' | 'off'} state
 *   `foreign`: what has the focus belongs to another site inside the page
 * @property {number} focusedAt
 * @property {number} [box]
 * @property {Draft} [draft]
 * @property {string} [contact] what tells its reader from others on the site
 */
/**
 * @typedef {object} CurrentDraft
 * @property {FrameState['state'] | 'reload' | 'unsupported'} state
 * @property {number | null} tabId
 * @property {number | null} frameId
 * @property {SiteName | null} site
 * @property {number | null} box
 * @property {boolean} marks whether anything may be drawn into the page
 * @property {Draft | null} draft with what is known around it; a stage in it was chosen by the user
 * @property {Report | null} report
 * @property {string} contact what tells the reader from others on the site; empty: unknown
 * @property {import('../background/memory.js').Past | null} past what was sent to them before
 * @property {import('../background/relation.js').Alike | null} alike messages like it
 */
/**
 * How often a rule has marked something and how often that was ignored, on this device.
 * @typedef {{fired: number, ignored: number}} Tally
 */
/**
 * A file to import, and what becomes of its rules where they are here already.
 * @typedef {{text: string, clash: import('./merge.js').Clash}} Upload
 */
/**
 * What an upload would change, in words.
 * @typedef {object} Examined
 * @property {string} fault why nothing of it can be used; empty where something can
 * @property {string[]} changes
 * @property {string} clash how many of its rules are here already, with other contents
 * @property {[string, string][]} report each rule and why it is refused; empty where it is not
 */
/** @typedef {{file: Settings, before: Settings}} TakenIn what came out of a file, and what was */
/**
 * A rewrite that the popup asks for: `old` must still stand at its place.
 * @typedef {{start: number, end: number, old: string, text: string}} Fix
 */
/**
 * gone: no such box; later: as soon as the page has the focus again
 * @typedef {import('../content/write.js').Outcome | 'gone' | 'later'} FixOutcome
 */
/** @typedef {{tabId: number, frameId: number, box: number}} BoxPlace */
/**
 * What a card says about a family; a strength has an example in place of before and after.
 * @typedef {object} FamilyCard
 * @property {string} feels
 * @property {string} why
 * @property {import('../wasm/core.js').Evidence} [evidence]
 * @property {string} [counter]
 * @property {string} [before]
 * @property {string} [after]
 * @property {string} [example]
 */
/**
 * What a content script may ask: verb → [payload, reply].
 * @typedef {object} ContentVerbs
 * @property {[{box: number, draft: Draft, contact?: string, focusedAt: number}, Report]} analyze
 * @property {[Nothing, SiteSettings]} siteSettings
 * @property {[{draft: Draft, contact: string}, Nothing]} sent it has just gone out
 * @property {[{rule: string, phrase: string, on?: boolean}, Nothing]} ignore from now on, or, with
 *   `on: false`, no more
 * @property {[{rule: string, level: Level | null}, {was: Level | null}]} level null: the rule's
 *   own
 * @property {[{fired: string[]}, Nothing]} tally rules that marked something for the first time in
 *   a draft
 * @property {[{rule?: string}, Nothing]} openOptions
 * @property {[{family: string}, FamilyCard | null]} explain
 */
/**
 * What a page of the extension may ask.
 * @typedef {object} PageVerbs
 * @property {[Nothing, Settings]} settings
 * @property {[Partial<Settings>, Settings]} update whole keys are replaced
 * @property {[Rule, RuleCheck]} checkRule
 * @property {[{tabId?: number}, CurrentDraft]} currentDraft
 * @property {[Place & {tabId: number, frameId: number}, Nothing]} reveal
 * @property {[BoxPlace & Fix, {outcome: FixOutcome}]} fix
 * @property {[BoxPlace & {stage: string | null}, Nothing]} stage what the user says of it; null:
 *   as it is read
 * @property {[Nothing, Record<string, Tally>]} tallies by rule
 * @property {[Nothing, import('../background/memory.js').Memory]} memory
 * @property {[Nothing, import('../background/memory.js').Memory]} forgetMemory gives what it was
 * @property {[import('../background/memory.js').Memory, Nothing]} restoreMemory
 * @property {[{site: SiteName, contact: string}, Nothing]} forgetContact
 * @property {[Nothing, Record<string, Tally>]} forgetTallies gives what they were
 * @property {[Record<string, Tally>, Nothing]} addTallies to those there are
 * @property {[Upload, Examined]} examine nothing is changed
 * @property {[Upload, {words: string, undo: TakenIn}]} takeIn
 * @property {[TakenIn, Nothing]} takeOut
 * @property {[Nothing, {bytes: number, contacts: number, sketches: number}]} kept
 * @property {[Nothing, {text: string}]} diagnosis without a word that the user wrote
 * @property {[{rules: boolean}, {name: string, text: string}]} exportFile everything, or the
 *   user's own rules alone
 */
/** @typedef {{box: number, start: number, end: number}} Place */
/** What the browser's shortcuts ask of the box with the focus. */
/** @typedef {'next-note' | 'previous-note' | 'apply-fix' | 'open-card'} Command */
/**
 * @typedef {object} ContentPushes
 * @property {SiteSettings} settings
 * @property {Place} reveal
 * @property {{name: Command}} command
 */
/** @typedef {{settings: Settings, draft: {tabId: number}}} PagePushes */
/**
 * @typedef {object} Sides
 * @property {{verbs: ContentVerbs, pushes: ContentPushes}} content
 * @property {{verbs: PageVerbs, pushes: PagePushes}} page
 */

export {};
