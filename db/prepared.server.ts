/**
 * Runs a statement that a connection keeps prepared: read and planned a few times, then only run. For statements that
 * find a few rows by a key and always have the same text; one that is put together from what is asked would leave a plan
 * behind for each way of asking, and one whose best plan depends on its values would be run by a plan for none of them.
 */
export const prepared = <Result>(query: { prepare(name: string): { execute(): Promise<Result> } }): Promise<Result> =>
  query.prepare('kept').execute()
