import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The files of the repository that fit the patterns, as paths from its root, sorted. */
export const filesLike = (...patterns: string[]): string[] => globSync(patterns, { cwd: root }).sort()

/** The text of a file, by its path from the root of the repository. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Every node of a source file, from the outermost inwards. */
export function nodesOf(file: string, text = textOf(file)): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return nodes
}

/** Where a node stands: `app/root.tsx:12`. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile()
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
