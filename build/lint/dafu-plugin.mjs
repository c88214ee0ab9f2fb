/**
 * Calls with which a bug becomes a hole: each may stand in one file only, where its checks are. The file that may hold
 * one is named in `.oxlintrc.json`, with the call it may hold as the option of the rule.
 */
const guardedCalls = {
  openExternal: 'a URL from a document could start any program',
  openPath: 'a path from a document could start any program',
  loadURL: 'a window could show a foreign page with our preload',
};

/** @typedef {{ type: string, name?: string, property?: Node, callee?: Node, computed?: boolean }} Node */
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

// The linter demands a default export of its plugins.
export default {
  meta: { name: 'dafu' },
  rules: { 'one-place-call': onePlaceCall, 'one-place-window': onePlaceWindow },
};
