import { createHash } from 'node:crypto'
import type { RuleVerb } from './rule-verbs.ts'
import type { Rule } from './rules-of.server.ts'

/** What the form of a rule says. */
export type Written = Omit<Rule, 'id'>

/**
 * A mark of a rule and of all those that it was tried among: the same mark means that what the trial showed is what the
 * rule will do.
 */
export const markOfTrial = ({ id, rule }: { id: string | undefined; rule: Written }, among: readonly Rule[]): string =>
  markOf([id ?? null, inOrder(rule)], among)

/** The same of what is done to a rule as a whole. */
export const markOfChange = ({ verb, rule }: { verb: RuleVerb; rule: Rule }, among: readonly Rule[]): string =>
  markOf([verb, inOrder(rule)], among)

const markOf = (tried: unknown[], among: readonly Rule[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...tried, among.map(inOrder)]))
    .digest('base64url')
    .slice(0, 16)

/** The fields of a rule by name, in whatever order they were read. */
const inOrder = (rule: Written) => Object.entries(rule).sort(([one], [other]) => one.localeCompare(other))
