import ts from 'typescript';

/**
 * @typedef {object} KeyUsage What one source file says about text keys.
 * @property {Array<{ key: string, line: number }>} asked literal keys given to a translating function
 * @property {Set<string>} namespaces named by `useTranslation`, `TFunction<…>` or `getFixedT`; empty when none is
 * @property {Set<string>} literals every string of the file: a key may also be kept in a table and asked for later
 * @property {RegExp[]} patterns template strings, with anything where they have a hole
 */

/** Functions that turn a key into a text: i18next's `t`, and the words of native menus. */
const translators = new Set(['t', 'words']);

/**
 * @param {string} fileName
 * @param {string} source
 * @returns {KeyUsage}
 */
export function keyUsage(fileName, source) {
  const tree = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  /** @type {KeyUsage} */
  const usage = { asked: [], namespaces: new Set(), literals: new Set(), patterns: [] };

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isStringLiteralLike(node)) usage.literals.add(node.text);
    else if (ts.isTemplateExpression(node)) usage.patterns.push(templatePattern(node));
    else if (ts.isTypeReferenceNode(node) && node.typeName.getText(tree) === 'TFunction') addNamespaces(node);
    else if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      if (name === 'useTranslation' || name === 'getFixedT') addNamespaces(node);
      const first = node.arguments[0];
      if (name !== undefined && translators.has(name) && first !== undefined && ts.isStringLiteralLike(first)) {
        const line = tree.getLineAndCharacterOfPosition(first.getStart(tree)).line + 1;
        usage.asked.push({ key: first.text, line });
      }
    }
    ts.forEachChild(node, visit);
  }

  /** @param {ts.Node} node */
  function addNamespaces(node) {
    ts.forEachChild(node, function collect(inner) {
      if (ts.isStringLiteralLike(inner)) usage.namespaces.add(inner.text);
      ts.forEachChild(inner, collect);
    });
  }

  visit(tree);
  return usage;
}

/** @param {ts.CallExpression} call */
function calleeName(call) {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/** @param {ts.TemplateExpression} template */
function templatePattern(template) {
  const escape = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const parts = template.templateSpans.map((span) => `.+${escape(span.literal.text)}`);
  return new RegExp(`^${escape(template.head.text)}${parts.join('')}$`, 's');
}
