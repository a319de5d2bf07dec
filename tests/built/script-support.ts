import ts from 'typescript'
import { transformWithEsbuild } from 'vite'
import { nodesOf } from '../architecture/source.ts'
import { featuresBelow } from './support.ts'

const oldest = ['chrome100', 'safari15.4']

/** What a script uses that the oldest browsers lack: syntax, globals, and names of members that nothing older has. */
export async function lackingInScript(script: string): Promise<string[]> {
  const found = new Set<string>()
  if (await needsNewerSyntax(script)) found.add('syntax')
  for (const node of nodesOf('script.js', script)) {
    if (ts.isPropertyAccessExpression(node) && youngMembers.has(node.name.text)) found.add(`.${node.name.text}`)
    if (ts.isIdentifier(node) && youngGlobals.has(node.text) && isReference(node)) found.add(node.text)
  }
  return [...found]
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

function isReference({ parent, ...node }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression.pos === node.pos
  return !ts.isPropertyAssignment(parent) || parent.initializer.pos === node.pos
}

/** Members of the language and of the browser, as `toSorted`; a name that something older has too says nothing. */
const youngMembers = youngNames(3)

/** Globals and classes, as `URLPattern`. */
const youngGlobals = youngNames(2)

function youngNames(depth: 2 | 3): Set<string> {
  const features = ['builtins', ''].flatMap((part) => [...featuresBelow(...(part ? ['javascript', part] : ['api']))])
  const level = (path: string[]) => path.length - (path[0] === 'javascript' ? 1 : 0)
  const named = features
    .filter(({ path }) => level(path) === depth)
    .map(({ path, lacking }) => ({ name: nameOf(path), lacking }))
  const old = new Set(named.filter(({ lacking }) => !lacking).map(({ name }) => name))
  const own = new Set(named.filter(({ lacking, name }) => lacking && !old.has(name)).map(({ name }) => name))
  return own
}

const nameOf = (path: string[]) => path.at(-1)!.replace(/_static$/, '')
