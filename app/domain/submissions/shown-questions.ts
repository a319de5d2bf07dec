type Asked = {
  key: string
  shownWhen: { question: string; values: readonly string[] } | null
}

/**
 * The questions that are to be asked, of all that a category has: one that hangs on an earlier answer comes only when
 * that earlier one is asked itself and was answered so. `given` gives the values answered to a question.
 */
export function shownQuestions<Question extends Asked>(
  questions: readonly Question[],
  given: (key: string) => readonly string[],
): Question[] {
  const shown: Question[] = []
  for (const question of questions) {
    const { shownWhen } = question
    const fits =
      !shownWhen ||
      (shown.some(({ key }) => key === shownWhen.question) &&
        given(shownWhen.question).some((value) => shownWhen.values.includes(value)))
    if (fits) shown.push(question)
  }
  return shown
}
