/** What is asked of a category; nothing of one that is none of ours, whatever was posted as one. */
export const questionsOf = <Question>(
  questions: Partial<Record<string, Question[]>>,
  category: string | undefined,
): Question[] => (category !== undefined && Object.hasOwn(questions, category) && questions[category]) || []
