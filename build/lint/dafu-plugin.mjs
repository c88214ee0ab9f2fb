/**
 * Calls with which a bug becomes a hole: each may stand in one file only, where its checks are. The file that may hold
 * one is named in `.oxlintrc.json`, with the call it may hold as the option of the rule.
 */
const guardedCalls = {
  openExternal: 'a URL from a document could start any program',
  openPath: 'a path from a document could start any program',
  loadURL: 'a window could show a foreign page with our preload',
};

/** @typedef {{ type: string, name?: string, property?: Node, object?: Node, callee?: Node, imported?: Node, computed?: boolean }} Node */
/** @typedef {{ options: string[], report(problem: { node: Node, message: string }): void }} Context */

const onePlaceCall = {
  meta: { schema: { type: 'array', items: { enum: Object.keys(guardedCalls) } } },
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {Node} node */
      MemberExpression(node) {
        const name = node.computed ? undefined : node.property?.name;
        if (name === undefined || !Object.hasOwn(guardedCalls, name) || context.options.includes(name)) return;
        const reason = guardedCalls[/** @type {keyof typeof guardedCalls} */ (name)];
        context.report({ node, message: `${name} belongs in its one guarded place: otherwise ${reason}.` });
      },
    };
  },
};

const onePlaceWindow = {
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {Node} node */
      NewExpression(node) {
        const name = node.callee?.name ?? node.callee?.property?.name;
        if (name !== 'BrowserWindow' && name !== 'BrowserView' && name !== 'WebContentsView') return;
        context.report({ node, message: `${name} is made by the window factory only, which sets the sandbox.` });
      },
    };
  },
};

/** Calls that change the letter, or act on it, from outside an update of the editor's library. */
const openingCalls = new Set(['update', 'setEditorState', 'dispatchCommand']);
/** Names of the library by which an update says what undo makes of it. */
const stepNames =
  /^(?:\$addUpdateTag|registerHistory|(?:HISTORY_MERGE|HISTORY_PUSH|HISTORIC|PASTE|CUT)_TAG|(?:UNDO|REDO)_COMMAND)$/;

/** The editor's text is changed through `renderer/editor/write` alone, which knows kind, undo step and suggest mode. */
const oneLane = {
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {Node} node */
      CallExpression(node) {
        const name = node.callee?.property?.name;
        if (name === undefined || !openingCalls.has(name)) return;
        // `$getEditor()` answers inside an update only: a command given there is part of it.
        if (node.callee?.object?.callee?.name === '$getEditor' && name === 'dispatchCommand') return;
        context.report({ node, message: `${name}: the letter is changed by write() of renderer/editor/write only.` });
      },
      /** @param {Node} node */
      ImportSpecifier(node) {
        const name = node.imported?.name ?? '';
        if (!stepNames.test(name)) return;
        context.report({
          node,
          message: `${name}: the undo step of a change is the business of renderer/editor/write.`,
        });
      },
    };
  },
};

// The linter demands a default export of its plugins.
export default {
  meta: { name: 'dafu' },
  rules: { 'one-place-call': onePlaceCall, 'one-place-window': onePlaceWindow, 'one-lane': oneLane },
};
