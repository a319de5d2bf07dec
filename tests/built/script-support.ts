import ts from 'typescript'
import { transformWithEsbuild } from 'vite'
import { nodesOf } from '../architecture/source.ts'
import { lacks, youngNamesBelow } from './support.ts'

const oldest = ['chrome100', 'safari15.4']

/** What a script uses that the oldest browsers lack: syntax, globals, and members by the name that only they have. */
export async function lackingInScript(script: string): Promise<string[]> {
  const found = new Set<string | undefined>()
  if (await needsNewerSyntax(script)) found.add('syntax')
  for (const node of nodesOf('script.js', script)) {
    if (ts.isPropertyAccessExpression(node)) found.add(ofMember(node))
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) found.add(ofGlobal(node.expression.text))
  }
  return [...found].filter((feature) => feature !== undefined)
}

/** `new URLPattern()`. */
const ofGlobal = (name: string) => lacks('api', name) ?? lacks('javascript', 'builtins', name)

/** `URL.canParse` and `document.startViewTransition` by their owner, `list.toSorted` by its name alone. */
function ofMember({ expression, name: { text } }: ts.PropertyAccessExpression): string | undefined {
  const owner = ts.isIdentifier(expression) ? (owners[expression.text] ?? expression.text) : ''
  return (
    ofGlobal(owner) ??
    lacks('api', owner, `${text}_static`) ??
    (expression.getText() in owners ? lacks('api', owner, text) : undefined) ??
    lacks('javascript', 'builtins', owner, text) ??
    youngMembers.get(text)
  )
}

const owners: Record<string, string> = {
  document: 'Document',
  window: 'Window',
  globalThis: 'Window',
  navigator: 'Navigator',
  history: 'History',
  performance: 'Performance',
}

/** True when the compiler would write the script otherwise for the oldest browsers than for the newest. */
async function needsNewerSyntax(script: string): Promise<boolean> {
  const forTarget = async (target: string | string[]) => {
    const options = {
      target,
      minify: false,
      sourcemap: false,
      format: 'esm',
      loader: 'js',
      logLevel: 'silent',
    } as const
    return (await transformWithEsbuild(script, 'script.js', options)).code
  }
  return (await forTarget(oldest)) !== (await forTarget('esnext'))
}

/** Members of the language's own things, as `toSorted`, and of elements, as `showPopover`. */
const youngMembers = new Map([
  ...youngNamesBelow('javascript', 'builtins'),
  ...['Element', 'HTMLElement', 'Node'].flatMap((owner) => [...youngNamesBelow('api', owner)]),
])
