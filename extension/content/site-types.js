// @ts-check
// What a row of the table of sites says.

/** @typedef {'linkedin-dm' | 'linkedin-note' | 'inmail' | 'x-dm' | 'x-post' | 'email'} Channel */
/** @typedef {'posts' | 'comments'} Optional what is written for everybody */
/**
 * @typedef {object} Box
 * @property {Channel} [channel]
 * @property {string} box selector of the element that takes the keys
 * @property {string} [within] selector of what must be around it
 * @property {RegExp} [path] pages on which it is looked for
 * @property {string} [exclude] selector of what in it are not the writer's own words
 * @property {Optional} [optional] read only where the user has said so
 * @property {RegExp} [unless] or while its text holds this
 * @property {Talk} [talk] who reads it, and after what
 * @property {string} [subjectOf] it is one line, the subject of the box that this selects
 * @property {Send} [send] how it is sent
 */
/**
 * How a message goes out. Nothing here is pressed by us.
 * @typedef {object} Send
 * @property {string} button selector of what sends when it is pressed
 * @property {'enter' | 'lone-enter' | 'mod-enter'} [keys] Enter; Enter where there is no button;
 *   Enter with Ctrl or Cmd
 */
/**
 * What stands around a box of its conversation. Everything is asked of the nearest ancestor that
 * holds it, as long as that holds no second box: boxes with different people lie side by side.
 * @typedef {object} Talk
 * @property {string} scope beyond this nothing is asked; a shadow root is a limit, too
 * @property {string} boxes all boxes that may lie side by side
 * @property {Reader[]} readers where the reader stands, the surest place first
 * @property {Thread} [thread]
 * @property {string} [header] what names the conversation: another one, another conversation
 * @property {RegExp} [id] the conversation by the page's address
 * @property {string} [floats] around boxes of which the page's address says nothing
 */
/**
 * A place that names the reader. More than one person there is a group, which nobody greets.
 * @typedef {object} Reader
 * @property {string} [person] selector of what stands once for each person
 * @property {string} [name] selector of the name, where that is another element
 * @property {string} [attribute] where the name is, if not in the text
 * @property {string} [key] attribute that tells one person from another; the link or the text else
 * @property {boolean} [handle] the link leads to `/handle`, which stands in for a name
 * @property {string} [headline]
 * @property {boolean} [sender] the others of the thread; with `person`, the one who has the name
 * @property {string} [field] but not where this is, and empty
 * @property {{title: RegExp, invites: string}} [profile] the page is a person's own
 */
/**
 * The messages before the draft, oldest first.
 * @typedef {object} Thread
 * @property {string} list
 * @property {string} message
 * @property {string} text selector of a message's own words in it
 * @property {string} [theirs] what a message by others matches
 * @property {string} [mine] what one's own matches
 * @property {string} [sender] name before the first message of a run, for groups
 * @property {string} [author] what has the author's address as its attribute `email`
 * @property {string} [party] likewise everybody to whom the messages went
 * @property {string} [without] selector of what in it are not its author's words
 * @property {string} [edited] what may hold a mark such as “(edited)”
 */
/** @typedef {{boxes: Box[], never: string, account?: string}} Site account: one's own address */

export {};
