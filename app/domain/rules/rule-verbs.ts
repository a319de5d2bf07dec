/** What is done to a rule as a whole: it is tried before or after the next one, or holds no longer, or again. */
export const ruleVerbs = ['up', 'down', 'end', 'resume'] as const
export type RuleVerb = (typeof ruleVerbs)[number]
