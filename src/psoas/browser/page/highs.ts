/** HiGHS, lent to Python: the model in the CPLEX LP format in, the columns by name and the bound out. */

export interface Model {
  readonly options: { set(name: string, value: unknown): unknown };
  readonly info: { get(name: string): number | bigint };
  run(): unknown;
  getSolution(): { readonly colValue: Float64Array };
  getColName(column: number): string;
  dispose(): void;
}
export interface Highs {
  createModel(source: { readonly format: "lp"; readonly data: string }): Model;
}
interface Options {
  toJs(how: { dict_converter: typeof Object.fromEntries }): Record<string, unknown>;
}
/** HiGHS's own number for a solution that keeps every row. */
const FEASIBLE = 2;

/** The module `psoas_page_highs`. Undefined is Python's None: nothing was found, it failed, or there is no solver yet; the week
 *  is then filled by hand. */
export function solver(lent: () => Highs | null): object {
  return {
    solve(text: string, options: Options): { columns: Record<string, number>; bound: number } | undefined {
      const highs = lent();
      try {
        return highs ? solve(highs, text, options.toJs({ dict_converter: Object.fromEntries })) : undefined;
      } catch (error) {
        console.warn(`HiGHS: ${error instanceof Error ? error.name : "failed"}`);
        return undefined;
      }
    },
  };
}

export function solve(highs: Highs, text: string, options: Record<string, unknown>): { columns: Record<string, number>; bound: number } | undefined {
  const model = highs.createModel({ format: "lp", data: text });
  try {
    for (const [name, value] of Object.entries(options)) model.options.set(name, value);
    model.run();
    if (Number(model.info.get("primal_solution_status")) !== FEASIBLE) return undefined;
    const values = [...model.getSolution().colValue];
    return { columns: Object.fromEntries(values.map((value, at) => [model.getColName(at), value])), bound: Number(model.info.get("mip_dual_bound")) };
  } finally {
    model.dispose();
  }
}
